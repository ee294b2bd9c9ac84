package dev.faultline.views.timeline.density;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Metric;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Units;
import dev.faultline.trace.column.Sorted;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.lane.Mix;
import dev.faultline.views.timeline.row.Counter;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// The values of the counters of a trace.
final class CounterSeries {
    private CounterSeries() {
    }

    /// @param program goroutines by state
    static Series of(TraceModel model, Counter counter, Density program) {
        return switch (counter) {
            case RUN_QUEUE -> new Queue(program);
            case BIRTHS -> new Births(model.goroutines());
            case HEAP -> new Heap(Steps.of(model, Metric.HEAP_OBJECTS), Steps.of(model, Metric.HEAP_GOAL));
            case GC_CPU -> new Collector(model.mutatorUtilization());
        };
    }

    private static final class Queue extends Series {
        private static final int RUNNABLE = Mix.slot(Role.RUNNABLE);

        private final Density program;
        private final double[] slots = new double[Mix.slots()];

        Queue(Density program) {
            this.program = program;
        }

        @Override
        protected double first(double fromNs, double toNs) {
            Arrays.fill(slots, 0);
            if (toNs >= program.range().fromNs() && fromNs <= program.range().toNs()) {
                program.add(fromNs, toNs, slots);
            }
            return slots[RUNNABLE];
        }

        @Override
        public String words(double value) {
            return Units.number(value);
        }
    }

    /// Moments of births and exits, counted by stretch.
    private static final class Births extends Series {
        private final long[] births;
        private final long[] exits;

        Births(Goroutines all) {
            births = moments(all, g -> !all.bornBefore(g) && all.mentioned(g), all::bornNs);
            exits = moments(all, all::ended, all::endNs);
        }

        private static long[] moments(Goroutines all, IntPredicate wanted, IntToLongFunction moment) {
            long[] sorted = IntStream.range(0, all.count()).filter(wanted).mapToLong(moment).toArray();
            Arrays.parallelSort(sorted);
            return sorted;
        }

        private static double count(long[] moments, double fromNs, double toNs) {
            return before(moments, toNs) - before(moments, fromNs);
        }

        private static int before(long[] moments, double ns) {
            return Sorted.first(0, moments.length, i -> moments[i] >= ns);
        }

        @Override
        protected double first(double fromNs, double toNs) {
            return count(births, fromNs, toNs);
        }

        @Override
        protected double second(double fromNs, double toNs) {
            return count(exits, fromNs, toNs);
        }

        @Override
        public String words(double value) {
            return Units.number(value) + " per px";
        }

        @Override
        public String at(double fromNs, double toNs) {
            return Units.number(first(fromNs, toNs)) + " begun, " + Units.number(second(fromNs, toNs)) + " exited in "
                    + Units.duration(toNs - fromNs);
        }
    }

    /// A value that holds until the next one.
    private record Steps(long[] times, long[] values) {
        static Steps of(TraceModel model, String name) {
            return model.metrics().stream().filter(metric -> metric.name().equals(name)).findFirst()
                    .map(metric -> new Steps(metric.timesNs(), metric.values()))
                    .orElse(new Steps(new long[0], new long[0]));
        }

        /// The largest value in a stretch; of very many the first ones are looked at.
        double max(double fromNs, double toNs) {
            int i = Sorted.first(0, times.length, t -> times[t] >= toNs) - 1;
            double max = 0;
            for (int looked = 0; i >= 0 && looked < MOST; i--, looked++) {
                max = Math.max(max, values[i]);
                if (times[i] <= fromNs) {
                    break;
                }
            }
            return max;
        }

        private static final int MOST = 64;
    }

    private static final class Heap extends Series {
        private final Steps live;
        private final Steps goal;

        Heap(Steps live, Steps goal) {
            this.live = live;
            this.goal = goal;
        }

        @Override
        protected double first(double fromNs, double toNs) {
            return live.max(fromNs, toNs);
        }

        @Override
        protected double second(double fromNs, double toNs) {
            return goal.max(fromNs, toNs);
        }

        @Override
        public String words(double value) {
            return Units.bytes(value);
        }

        @Override
        public String at(double fromNs, double toNs) {
            double wanted = second(fromNs, toNs);
            return Units.bytes(first(fromNs, toNs)) + (wanted > 0 ? ", goal " + Units.bytes(wanted) : "");
        }
    }

    /// What pauses, workers and assists took, as the mean of a stretch.
    private static final class Collector extends Series {
        private final long[] times;
        private final double[] taken;
        /// Sum of what was taken until a step begins, in P-nanoseconds of one P.
        private final double[] until;

        Collector(MutatorUtilization left) {
            times = left.timesNs();
            taken = Arrays.stream(left.shares()).map(share -> 1 - share).toArray();
            until = new double[times.length];
            for (int i = 1; i < times.length; i++) {
                until[i] = until[i - 1] + taken[i - 1] * (times[i] - times[i - 1]);
            }
        }

        private double until(double ns) {
            int i = Sorted.first(0, times.length, t -> times[t] > ns) - 1;
            return i < 0 ? 0 : until[i] + taken[i] * (ns - times[i]);
        }

        @Override
        protected double first(double fromNs, double toNs) {
            return Math.clamp((until(toNs) - until(fromNs)) / (toNs - fromNs), 0, 1);
        }

        @Override
        public double top(double peak) {
            return 1;
        }

        @Override
        public String words(double value) {
            return Units.share(value);
        }
    }
}
