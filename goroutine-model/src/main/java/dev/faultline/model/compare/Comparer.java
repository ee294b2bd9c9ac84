package dev.faultline.model.compare;

import dev.faultline.model.compare.Quantity.Made;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/// Compares the values of two sides.
///
/// From [Significance#RUNS] runs a side a difference is one that chance does not explain: Mann-Whitney, corrected by Holm within
/// each kind of subject. With fewer runs, or too few for so many values that the correction leaves the test no chance, nobody
/// knows how much the values vary by themselves. A difference is then one beyond
/// the quantity's own ratio and floor, of values that do not overlap, made of more single things than chance moves; and a tail
/// counts only where the rest of the subject went the same way.
final class Comparer {
    /// Where the spread is known: less than this nobody would act on.
    private static final double LEAST_RATIO = 1.1;
    /// So many standard deviations apart are counts of things that happen by chance.
    private static final double DEVIATIONS = 4;

    private record Pair(Subject subject, Quantity quantity, List<Reading> before, List<Reading> after) {
        double[] was() {
            return before.stream().mapToDouble(Reading::value).toArray();
        }

        double[] is() {
            return after.stream().mapToDouble(Reading::value).toArray();
        }

        boolean tested() {
            return before.size() >= Significance.RUNS && after.size() >= Significance.RUNS;
        }
    }

    private final Side before;
    private final Side after;
    private final double load;

    /// @param load the new side's work per second by that of the old side
    Comparer(Side before, Side after, double load) {
        this.before = before;
        this.after = after;
        this.load = load;
    }

    /// All subjects, what tells most first.
    List<Change> changes() {
        Map<Subject.Kind, List<Pair>> byKind = new EnumMap<>(Subject.Kind.class);
        Set<Subject> subjects = new TreeSet<>(before.subjects());
        subjects.addAll(after.subjects());
        for (Subject subject : subjects) {
            for (Quantity quantity : quantities(subject)) {
                byKind.computeIfAbsent(subject.kind(), _ -> new ArrayList<>()).add(new Pair(subject, quantity,
                        before.readings(subject, quantity), after.readings(subject, quantity)));
            }
        }
        Map<Subject, List<Difference>> bySubject = new LinkedHashMap<>();
        for (List<Pair> pairs : byKind.values()) {
            double[] p = chances(pairs);
            for (int i = 0; i < p.length; i++) {
                bySubject.computeIfAbsent(pairs.get(i).subject, _ -> new ArrayList<>())
                        .add(difference(pairs.get(i), p[i]));
            }
        }
        return bySubject.entrySet().stream()
                .map(e -> new Change(e.getKey(), place(e.getKey()), withoutLoneTails(e.getValue())))
                .sorted(Comparator.comparingDouble(Change::score).reversed().thenComparing(Change::subject)).toList();
    }

    private String place(Subject subject) {
        String place = after.place(subject);
        return place.isEmpty() ? before.place(subject) : place;
    }

    private Set<Quantity> quantities(Subject subject) {
        Set<Quantity> all = new LinkedHashSet<>();
        after.of(subject).forEach(values -> all.addAll(values.keySet()));
        before.of(subject).forEach(values -> all.addAll(values.keySet()));
        return all;
    }

    /// The corrected chance of each difference; 1 where the values cannot differ by enough, NaN where the runs are too few, or too
    /// few for the number of values that are tested.
    private static double[] chances(List<Pair> pairs) {
        double[] all = new double[pairs.size()];
        int[] tested = new int[pairs.size()];
        double[] p = new double[pairs.size()];
        int n = 0;
        for (int i = 0; i < all.length; i++) {
            Pair pair = pairs.get(i);
            all[i] = pair.tested() ? 1 : Double.NaN;
            if (pair.tested() && Significance.canDiffer(pair.quantity, pair.was(), pair.is(), LEAST_RATIO)) {
                tested[n] = i;
                p[n++] = Significance.p(pair.was(), pair.is());
            }
        }
        double[] corrected = Significance.holm(Arrays.copyOf(p, n));
        for (int i = 0; i < n; i++) {
            Pair pair = pairs.get(tested[i]);
            boolean canTell = Significance.least(pair.before.size(), pair.after.size()) * n <= Significance.LEVEL;
            all[tested[i]] = canTell || corrected[i] <= Significance.LEVEL ? corrected[i] : Double.NaN;
        }
        return all;
    }

    private Difference difference(Pair pair, double p) {
        double was = Significance.median(pair.was());
        double is = Significance.median(pair.is());
        boolean untested = Double.isNaN(p);
        boolean differs = untested
                ? apart(pair.quantity, was, is, pair.quantity.limits().ratio()) && beyondChance(pair) && enough(pair)
                : p <= Significance.LEVEL && apart(pair.quantity, was, is, LEAST_RATIO);
        return new Difference(pair.quantity, was, is, new Difference.Spread(pair.was(), pair.is()),
                untested ? OptionalDouble.empty() : OptionalDouble.of(p),
                differs ? verdict(pair.quantity, was, is) : Verdict.SAME);
    }

    /// Whether two values differ enough, those that grow with the work also per piece of it: who does twice as much may call
    /// twice as often.
    private boolean apart(Quantity quantity, double was, double is, double factor) {
        if (Double.isNaN(was) || Double.isNaN(is) || !quantity.apart(was, is, factor)) {
            return false;
        }
        double each = is / load;
        return !quantity.unit().endsWith("per_s") || quantity.apart(was, each, factor) && each > was == is > was;
    }

    private static Verdict verdict(Quantity quantity, double was, double is) {
        return switch (quantity.better()) {
            case NEITHER -> Verdict.CHANGED;
            case LOWER -> is > was ? Verdict.WORSE : Verdict.BETTER;
            case HIGHER -> is < was ? Verdict.WORSE : Verdict.BETTER;
        };
    }

    /// Whether the values nearest to each other that chance could have dealt are still apart by half of what counts.
    private static boolean beyondChance(Pair pair) {
        double ratio = Math.sqrt(pair.quantity.limits().ratio());
        double floor = pair.quantity.limits().floor() / 2;
        boolean more = low(pair.after) > high(pair.before);
        double near = more ? high(pair.before) : high(pair.after);
        double far = more ? low(pair.after) : low(pair.before);
        return far - near >= floor && far >= near * ratio;
    }

    private static double low(List<Reading> readings) {
        return readings.stream().mapToDouble(Reading::low).min().orElse(0);
    }

    private static double high(List<Reading> readings) {
        return readings.stream().mapToDouble(Reading::high).max().orElse(0);
    }

    /// Whether it is made of more single things than chance moves.
    private boolean enough(Pair pair) {
        double was = mean(pair.before);
        double is = mean(pair.after);
        return switch (pair.quantity.made()) {
            case COUNT -> {
                double perOld = pair.quantity.unit().endsWith("per_s") ? 1 / before.durationNs() : 1;
                double perNew = pair.quantity.unit().endsWith("per_s") ? 1 / after.durationNs() : 1;
                double deviation = Math.sqrt(was * perOld * perOld + is * perNew * perNew);
                yield Math.abs(is * perNew - was * perOld) >= DEVIATIONS * deviation;
            }
            case TIME -> Math.max(was, is) >= pair.quantity.limits().events();
            case MEDIAN, TAIL, LEVEL -> true;
        };
    }

    private static double mean(List<Reading> readings) {
        return readings.stream().mapToLong(Reading::events).average().orElse(0);
    }

    /// A tail that differs while nothing else of the subject does is chance as far as few runs tell, and where runs were made one
    /// after the other often the machine's: it counts only from its own ratio on.
    private static List<Difference> withoutLoneTails(List<Difference> all) {
        return all.stream().map(d -> isLoneTail(d, all) ? d.asSame() : d).toList();
    }

    private static boolean isLoneTail(Difference d, List<Difference> all) {
        return d.quantity().made() == Made.TAIL && d.verdict() != Verdict.SAME
                && (d.spreadUnknown()
                        || !d.quantity().apart(d.before(), d.after(), d.quantity().limits().ratio()))
                && all.stream().noneMatch(o -> o.quantity().made() != Made.TAIL && o.verdict() == d.verdict());
    }
}
