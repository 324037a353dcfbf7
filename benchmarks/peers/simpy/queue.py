"""W1: M/M/50, the mean wait of customers. Usage: queue.py FIRST COUNT"""
import random
import sys
import time

import simpy

ARRIVALS = 45.0
SERVERS = 50
LEAD_IN = 4500
COUNTED = 33000


def customer(env, servers, rng, waits):
    arrived = env.now
    with servers.request() as place:
        yield place
        waits.append(env.now - arrived)
        yield env.timeout(rng.expovariate(1.0))


def arrivals(env, servers, rng, waits):
    while True:
        yield env.timeout(rng.expovariate(ARRIVALS))
        env.process(customer(env, servers, rng, waits))


def replication(number):
    rng = random.Random(number)
    env = simpy.Environment()
    servers = simpy.Resource(env, SERVERS)
    waits = []
    env.process(arrivals(env, servers, rng, waits))
    while len(waits) < LEAD_IN + COUNTED:
        env.run(until=env.now + 10)
    counted = waits[LEAD_IN:LEAD_IN + COUNTED]
    return sum(counted) / COUNTED


def main(first, count):
    wall, cpu = time.perf_counter(), time.process_time()
    results = [replication(number) for number in range(first, first + count)]
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print("outputs wait")
    for result in results:
        print("row", result)
    print("seconds", wall, cpu)


main(int(sys.argv[1]), int(sys.argv[2]))
