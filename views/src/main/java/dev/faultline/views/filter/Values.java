package dev.faultline.views.filter;

import dev.faultline.model.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what stands behind the name of a term.
public final class Values {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*([a-zA-Z\u00b5%]*)");
    private static final Pattern IDS = Pattern.compile("#?([0-9]{1,18})(?:-([0-9]{1,18}))?");

    private Values() {
    }

    /// Texts that match as a whole, whatever their case, where `*` stands for anything; with `>` and the like none makes sense.
    public static Predicate<String> text(String name, Comparison comparison, List<String> values) {
        require(comparison == Comparison.IS, name + ": takes a text, in which * stands for anything");
        return any(values.stream().map(Glob::ofAnyCase).toList());
    }

    /// A time of the trace or a duration, in nanoseconds.
    public static DoublePredicate duration(String name, Comparison comparison, List<String> values) {
        String usage = "a time such as " + name + ">5ms needs a number and ns, us, ms, s or min";
        return number(comparison, values, usage, unit -> switch (unit) {
            case "ns" -> 1;
            case "us", "\u00b5s" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "min" -> 60e9;
            default -> throw new IllegalArgumentException(usage);
        });
    }

    /// A plain number.
    public static DoublePredicate count(String name, Comparison comparison, List<String> values) {
        return number(comparison, values, name + " takes a number such as " + name + ">10", unit -> {
            require(unit.isEmpty(), name + " takes a number without a unit");
            return 1;
        });
    }

    /// A size in bytes.
    public static DoublePredicate bytes(String name, Comparison comparison, List<String> values) {
        String usage = name + " takes a size such as " + name + ">1MB";
        return number(comparison, values, usage, unit -> switch (unit) {
            case "", "B" -> 1;
            case "kB", "k" -> 1e3;
            case "MB", "M" -> 1e6;
            case "GB", "G" -> 1e9;
            default -> throw new IllegalArgumentException(usage);
        });
    }

    /// A share, as percent or from 0 to 1.
    public static DoublePredicate share(String name, Comparison comparison, List<String> values) {
        String usage = name + " takes a share such as " + name + ">5%";
        return number(comparison, values, usage, unit -> {
            require(unit.isEmpty() || unit.equals("%"), usage);
            return unit.isEmpty() ? 1 : 0.01;
        });
    }

    private interface Unit {
        double factor(String unit);
    }

    private static DoublePredicate number(Comparison comparison, List<String> values, String usage, Unit unit) {
        List<DoublePredicate> tests = new ArrayList<>();
        for (String value : values) {
            Matcher number = NUMBER.matcher(value.strip());
            require(number.matches(), usage);
            double limit = Double.parseDouble(number.group(1)) * unit.factor(number.group(2));
            tests.add(v -> comparison.holds(v, limit));
        }
        return v -> tests.stream().anyMatch(test -> test.test(v));
    }

    /// Numbers, lists and stretches of them: `12`, `12,14`, `10-20`, `#7`; or `>100` and the like.
    public static LongPredicate ids(String name, Comparison comparison, List<String> values) {
        if (comparison != Comparison.IS) {
            DoublePredicate number = count(name, comparison, values);
            return number::test;
        }
        record IdRange(long first, long last) {}
        List<IdRange> ranges = new ArrayList<>();
        for (String value : values) {
            Matcher ids = IDS.matcher(value);
            require(ids.matches(), name + ": takes numbers such as 12 or 12,14 or 10-20");
            long first = Long.parseLong(ids.group(1));
            ranges.add(new IdRange(first, ids.group(2) == null ? first : Long.parseLong(ids.group(2))));
        }
        return id -> ranges.stream().anyMatch(range -> id >= range.first && id <= range.last);
    }

    /// One of some words.
    public static Predicate<String> choice(String name, Comparison comparison, List<String> values,
            List<String> known) {
        String usage = name + ": takes " + String.join(", ", known);
        require(comparison == Comparison.IS, usage);
        List<String> wanted = values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        require(known.containsAll(wanted), usage);
        return wanted::contains;
    }

    private static Predicate<String> any(List<Predicate<String>> tests) {
        return tests.size() == 1 ? tests.getFirst() : text -> tests.stream().anyMatch(test -> test.test(text));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
