"""W3: ten hazards of 340,000 children, month by month. Usage: hazards.py HAZARDS.csv FIRST COUNT"""
import csv
import sys
import time

import numpy as np

PEOPLE = 340_000
MONTHS = 120
AGES = 216
STATES = 8
IN_CARE, PLAN, IN_NEED = 1, 2, 4


class Tables:
    """For each cell, a state and an age in months: the chance of each hazard, and the cell that follows."""

    def __init__(self, path):
        with open(path) as lines:
            rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
        self.names = [row["hazard"] for row in rows]
        chance = np.zeros((len(rows), STATES, AGES))
        follows = np.zeros((len(rows), STATES, AGES), np.int32)
        months = np.arange(AGES)
        for k, row in enumerate(rows):
            needs, lacks, sets, clears = (int(row[name]) for name in ("needs", "lacks", "sets", "clears"))
            for state in range(STATES):
                if state & needs == needs and state & lacks == 0:
                    chance[k, state] = np.repeat([float(row[f"age{year}"]) for year in range(18)], 12)
                follows[k, state] = 0 if row["newborn"] == "yes" else ((state | sets) & ~clears) * AGES + months + 1
        follows[:, :, AGES - 1] = 0
        self.follows = follows.reshape(len(rows), -1)
        # In 256ths, so that one random byte rules out nearly all of a state before anything finer is drawn.
        self.cumulative = (256 * chance.cumsum(axis=0)).reshape(len(rows), -1).astype(np.float32)
        self.total = self.cumulative[-1].copy()
        self.limit = np.ceil(self.total.reshape(STATES, AGES).max(axis=1)).astype(np.uint8)


def replication(number, tables):
    random = np.random.Generator(np.random.SFC64(number))
    raw = random.bit_generator.random_raw
    # The cell of a child in a month is base + month; only those to whom something happens are written.
    base = (np.arange(PEOPLE) * AGES // PEOPLE).astype(np.int32)
    oldest = np.searchsorted(base, AGES - np.arange(MONTHS + 1))
    limit = np.full(PEOPLE, tables.limit[0], np.uint8)
    may = np.empty(PEOPLE, np.bool_)
    counts = np.zeros(len(tables.names), np.int64)
    for month in range(MONTHS):
        coarse = raw(PEOPLE // 8).view(np.uint8)
        np.less(coarse, limit, out=may)
        who = np.flatnonzero(may)
        at = base[who]
        at += month
        luck = random.random(len(who), dtype=np.float32)
        luck += coarse[who]
        happens = luck < tables.total[at]
        who, at, luck = who[happens], at[happens], luck[happens]
        what = np.zeros(len(who), np.int8)
        for column in tables.cumulative[:-1]:
            what += luck >= column[at]
        counts += np.bincount(what, minlength=len(counts))
        after = tables.follows[what, at]
        limit[who] = tables.limit[after // AGES]
        after -= month + 1
        base[who] = after
        # Those of the start who turn 18 at the end of the month stand side by side.
        leaving = slice(oldest[month + 1], oldest[month])
        grown = (base[leaving] + month + 1) % AGES == 0
        base[leaving][grown] = -month - 1
        limit[leaving][grown] = tables.limit[0]
    state = (base + MONTHS) // AGES
    return counts.tolist() + [np.count_nonzero(state & bit) for bit in (IN_CARE, PLAN, IN_NEED)]


def main(path, first, count):
    tables = Tables(path)
    wall, cpu = time.perf_counter(), time.process_time()
    results = [replication(number, tables) for number in range(first, first + count)]
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print("outputs", *tables.names, "in-care", "with-plan", "in-need")
    for result in results:
        print("row", *result)
    print("seconds", wall, cpu)


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
