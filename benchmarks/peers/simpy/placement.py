"""W2: children placed with four types of provider. Usage: placement.py FIRST COUNT"""
import math
import random
import sys
import time

import simpy

LEAD_IN = 730.0
END = LEAD_IN + 3652.5
REQUESTS_A_DAY = 5.0
IN_HOUSE, AGENCY, HOME, SUPPORTED = range(4)
PLACES = (830, 450, 100, 110)
STAY = ((330.0, 400.0), (300.0, 350.0), (260.0, 300.0), (200.0, 200.0))
GROUPS = (
    (0.45, (IN_HOUSE, AGENCY)),
    (0.30, (IN_HOUSE, AGENCY, HOME)),
    (0.10, (HOME, AGENCY)),
    (0.15, (SUPPORTED, IN_HOUSE, AGENCY)),
)
TONIGHT_SHARE = 0.3
PATIENCE = (7.0, 30.0)


def log_normal(mean, sd):
    variance = math.log(1 + (sd / mean) ** 2)
    return math.log(mean) - variance / 2, math.sqrt(variance)


STAY_LOGS = [log_normal(*stay) for stay in STAY]


class County:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.env = simpy.Environment()
        self.homes = [simpy.PriorityResource(self.env, places) for places in PLACES]
        self.placed = self.gone = 0
        self.waited = 0.0
        self.lived = [0.0] * 4
        self.env.process(self.requests())
        self.env.run(until=END)

    def requests(self):
        while True:
            yield self.env.timeout(self.rng.expovariate(REQUESTS_A_DAY))
            luck = self.rng.random()
            for share, preference in GROUPS:
                if luck < share:
                    break
                luck -= share
            priority = 0 if self.rng.random() < TONIGHT_SHARE else 1
            self.env.process(self.child(preference, priority))

    def child(self, preference, priority):
        asked = self.env.now
        free = [kind for kind in preference if self.homes[kind].count < PLACES[kind]]
        kind = free[0] if free else preference[0]
        with self.homes[kind].request(priority=priority) as place:
            if free:
                yield place
            else:
                patience = self.env.timeout(self.rng.expovariate(1 / PATIENCE[priority]))
                yield place | patience
            if place.triggered:
                if asked >= LEAD_IN:
                    self.placed += 1
                    self.waited += self.env.now - asked
                stay = self.rng.lognormvariate(*STAY_LOGS[kind])
                self.lived[kind] += max(0.0, min(END, self.env.now + stay) - max(LEAD_IN, self.env.now))
                yield self.env.timeout(stay)
            elif asked >= LEAD_IN:
                self.gone += 1

    def outputs(self):
        occupied = [lived / (places * (END - LEAD_IN)) for lived, places in zip(self.lived, PLACES)]
        return [self.waited / self.placed, self.gone / (self.placed + self.gone)] + occupied


def main(first, count):
    wall, cpu = time.perf_counter(), time.process_time()
    results = [County(number).outputs() for number in range(first, first + count)]
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print("outputs wait out-of-county in-house agency home supported")
    for result in results:
        print("row", *result)
    print("seconds", wall, cpu)


main(int(sys.argv[1]), int(sys.argv[2]))
