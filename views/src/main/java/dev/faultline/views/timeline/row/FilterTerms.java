package dev.faultline.views.timeline.row;

import dev.faultline.model.Glob;
import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.WaitKind;
import dev.faultline.views.timeline.row.Filter.Condition;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The terms of a [Filter].
final class FilterTerms {
    private static final Pattern MEASURE = Pattern.compile("([a-z]+)([<>])=?([0-9]+(?:\\.[0-9]+)?)(ns|us|µs|ms|s|min)");
    private static final Pattern NAMED = Pattern.compile("(fn|site|id|state):(.*)", Pattern.DOTALL);
    private static final String STATES = "waiting, running, runnable, syscall, ended, channel, sync, network or sleep";

    private FilterTerms() {
    }

    /// A time of a goroutine.
    private interface ToLong {
        long of(Goroutines all, int g);
    }

    /// @throws IllegalArgumentException with a sentence, when the word has the form of a term but makes no sense
    static Condition parse(String word) {
        Matcher measure = MEASURE.matcher(word);
        if (measure.matches()) {
            return measure(measure);
        }
        Matcher named = NAMED.matcher(word);
        if (named.matches()) {
            String value = named.group(2).replace("\"", "");
            return switch (named.group(1)) {
                case "fn" -> names(Glob.ofAnyCase(value));
                case "site" -> sites(Glob.ofAnyCase(value));
                case "id" -> ids(value);
                default -> state(value.toLowerCase(Locale.ROOT));
            };
        }
        if (word.matches("[a-z]+[<>].*")) {
            throw new IllegalArgumentException("a time such as blocked>5ms needs a number and ns, us, ms, s or min");
        }
        return text(word.replace("\"", "").toLowerCase(Locale.ROOT));
    }

    private static Condition measure(Matcher m) {
        double ns = Double.parseDouble(m.group(3)) * switch (m.group(4)) {
            case "ns" -> 1;
            case "us", "µs" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            default -> 60e9;
        };
        String what = m.group(1);
        boolean above = m.group(2).equals(">");
        ToLong amount = amount(what);
        return model -> {
            Goroutines all = model.goroutines();
            return above ? g -> amount.of(all, g) > ns : g -> amount.of(all, g) < ns;
        };
    }

    private static ToLong amount(String what) {
        return switch (what) {
            case "blocked" -> Blocked::ns;
            case "running" -> Goroutines::runningNs;
            case "runnable" -> Goroutines::runnableNs;
            case "syscall" -> Goroutines::syscallNs;
            case "lived" -> (all, g) -> all.endNs(g) - all.bornNs(g);
            case "channel" -> (all, g) -> sum(all, g, WaitKind.Role.CHANNEL);
            case "sync" -> (all, g) -> sum(all, g, WaitKind.Role.SYNC);
            case "network" -> (all, g) -> sum(all, g, WaitKind.Role.NETWORK);
            case "sleep" -> (all, g) -> sum(all, g, WaitKind.Role.SLEEP);
            default -> throw new IllegalArgumentException("no time is called " + what
                    + "; there are blocked, running, runnable, syscall, lived, channel, sync, network and sleep");
        };
    }

    private static long sum(Goroutines all, int g, WaitKind.Role role) {
        long sum = 0;
        for (WaitKind kind : WaitKind.values()) {
            sum += kind.role() == role ? all.waitingNs(g, kind) : 0;
        }
        return sum;
    }

    /// Both ends included.
    private record IdRange(long first, long last) {}

    private static Condition ids(String list) {
        List<IdRange> ranges = new ArrayList<>();
        for (String part : list.split(",")) {
            if (!part.matches("[0-9]{1,18}(-[0-9]{1,18})?")) {
                throw new IllegalArgumentException("id: takes numbers such as 12 or 12,14 or 10-20");
            }
            String[] ends = part.split("-");
            ranges.add(new IdRange(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])));
        }
        return model -> g -> {
            long id = model.goroutines().id(g);
            return ranges.stream().anyMatch(r -> id >= r.first && id <= r.last);
        };
    }

    private static Condition state(String name) {
        if (!List.of(STATES.replace(" or ", ", ").split(", ")).contains(name)) {
            throw new IllegalArgumentException("state: takes " + STATES);
        }
        return model -> g -> {
            if (model.goroutines().ended(g)) {
                return name.equals("ended");
            }
            Spans spans = model.spans(g);
            int last = spans.size() - 1;
            return last >= 0 && (label(spans.state(last)).equals(name)
                    || spans.wait(last).role().name().toLowerCase(Locale.ROOT).equals(name));
        };
    }

    private static String label(GoState state) {
        return state == GoState.SYSCALL ? "syscall" : state.label();
    }

    private static Condition text(String part) {
        Predicate<String> contains = s -> s.toLowerCase(Locale.ROOT).contains(part);
        return model -> names(contains).on(model).or(sites(contains).on(model));
    }

    /// Asks each distinct name once.
    private static Condition names(Predicate<String> matches) {
        return model -> {
            Int2IntOpenHashMap known = new Int2IntOpenHashMap();
            Goroutines all = model.goroutines();
            return g -> known.computeIfAbsent(all.nameId(g), _ -> matches.test(all.name(g)) ? 1 : 0) == 1;
        };
    }

    private static Condition sites(Predicate<String> matches) {
        return model -> {
            boolean[] holds = new boolean[model.groups().size()];
            model.groups().forEach(group -> holds[group.index()] = matches.test(group.site()));
            return g -> holds[model.goroutines().group(g)];
        };
    }
}
