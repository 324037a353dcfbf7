# W3: ten hazards of 340,000 children, month by month. Usage: Rscript hazards.R HAZARDS.csv FIRST COUNT
people <- 340000L
months <- 120L
ages <- 216L
states <- 8L

read_tables <- function(path) {
  rows <- read.csv(path, comment.char = "#")
  count <- nrow(rows)
  cells <- states * ages
  chance <- matrix(0, cells, count)
  follows <- matrix(0L, cells, count + 1L)
  month <- seq_len(ages) - 1L
  for (state in 0:(states - 1L)) {
    at <- state * ages + month + 1L
    follows[at, count + 1L] <- at + 1L
    for (k in seq_len(count)) {
      row <- rows[k, ]
      if (bitwAnd(state, row$needs) == row$needs && bitwAnd(state, row$lacks) == 0L) {
        chance[at, k] <- rep(unlist(row[paste0("age", 0:17)]), each = 12)
      }
      after <- bitwAnd(bitwOr(state, row$sets), bitwNot(row$clears))
      follows[at, k] <- if (row$newborn == "yes") 1L else after * ages + month + 2L
    }
    follows[state * ages + ages, ] <- 1L
  }
  cumulative <- t(apply(chance, 1, cumsum))
  list(names = rows$hazard, cumulative = cumulative, total = cumulative[, count], follows = follows)
}

replication <- function(number, tables) {
  set.seed(number)
  count <- length(tables$names)
  last <- (0:(states - 1L)) * ages + ages
  grown <- logical(states * ages)
  grown[last] <- TRUE
  cell <- as.integer(floor((seq_len(people) - 1) * ages / people)) + 1L
  counts <- integer(count + 1L)
  for (month in seq_len(months)) {
    luck <- runif(people)
    who <- which(luck < tables$total[cell])
    at <- cell[who]
    what <- 1L + as.integer(rowSums(luck[who] >= tables$cumulative[at, , drop = FALSE]))
    counts <- counts + tabulate(what, count + 1L)
    leaves <- which(grown[cell])
    cell <- cell + 1L
    cell[leaves] <- 1L
    cell[who] <- tables$follows[cbind(at, what)]
  }
  state <- (cell - 1L) %/% ages
  stocks <- vapply(c(1L, 2L, 4L), function(bit) sum(bitwAnd(state, bit) != 0L), 0L)
  c(counts[seq_len(count)], stocks)
}

arguments <- commandArgs(trailingOnly = TRUE)
tables <- read_tables(arguments[1])
first <- as.integer(arguments[2])
before <- proc.time()
results <- lapply(first + seq_len(as.integer(arguments[3])) - 1L, replication, tables = tables)
used <- proc.time() - before
cat("outputs", tables$names, "in-care", "with-plan", "in-need\n")
for (result in results) cat("row", result, "\n")
cat("seconds", used[["elapsed"]], used[["user.self"]] + used[["sys.self"]], "\n")
