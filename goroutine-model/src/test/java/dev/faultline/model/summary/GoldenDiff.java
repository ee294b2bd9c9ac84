package dev.faultline.model.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Compares a summary with what Go's own reader says of the same trace. Counts must agree exactly, times within 10
/// microseconds or 0.1 %, since that reader makes times strictly increasing. At generation boundaries it moves times by
/// up to tens of milliseconds, so traces of several generations get more room there.
final class GoldenDiff {
    private static final List<String> FIELDS = List.of("header", "events", "generations", "duration_ns", "threads",
            "procs", "goroutine_count", "task_count", "cpu_samples", "exec_ns_all", "sched_wait_ns_all",
            "syscall_ns_all", "events_by_kind", "goroutine_transitions", "proc_transitions", "metrics", "ranges",
            "profiles", "profile_by_leaf_function", "goroutines", "tasks", "regions_by_name", "block_ns_all",
            "mmu_stw_background_assist");
    /// Go's reader rewrites traces before Go 1.22 into today's events; how they are cut up is not compared.
    private static final Set<String> REWRITTEN = Set.of("events", "events_by_kind", "generations",
            "goroutine_transitions", "proc_transitions", "threads", "procs");
    private static final double ROOM_NS = 50e6;

    private final List<String> differences = new ArrayList<>();
    private final boolean severalGenerations;

    private GoldenDiff(boolean severalGenerations) {
        this.severalGenerations = severalGenerations;
    }

    /// One line a difference, empty when both agree.
    static List<String> of(JsonNode want, JsonNode got) {
        GoldenDiff diff = new GoldenDiff(want.get("generations").asInt() > 2);
        int minor = Integer.parseInt(want.get("header").asText().split("[. ]")[2]);
        for (String field : FIELDS) {
            if (want.has(field) && (minor >= 22 || !REWRITTEN.contains(field))) {
                diff.compare(field, want.get(field), got.get(field));
            }
        }
        return diff.differences;
    }

    private void compare(String path, JsonNode want, JsonNode got) {
        if (got == null) {
            if (!(small(path, want))) {
                differences.add(path + " is missing, want " + want);
            }
        } else if (want.isObject()) {
            want.properties().forEach(e -> compare(path + "." + e.getKey(), e.getValue(), got.get(e.getKey())));
            got.fieldNames().forEachRemaining(name -> {
                if (!want.has(name) && !(severalGenerations && path.startsWith("profile_by"))) {
                    differences.add(path + "." + name + " is not in the golden");
                }
            });
        } else if (!close(path, want, got)) {
            differences.add(path + ": want " + want + ", got " + got);
        }
    }

    private boolean small(String path, JsonNode want) {
        return severalGenerations && path.startsWith("profile_by") && want.path("ns").asDouble() < ROOM_NS;
    }

    private boolean close(String path, JsonNode want, JsonNode got) {
        if (!want.isNumber() || !got.isNumber()) {
            return want.equals(got);
        }
        double a = want.asDouble();
        double b = got.asDouble();
        double largest = Math.max(Math.abs(a), Math.abs(b));
        boolean time = path.endsWith("_ns") || path.endsWith(".ns") || path.contains("ns_all") || path.contains("_ns.");
        if (severalGenerations && path.startsWith("profile") && path.endsWith(".count")) {
            return Math.abs(a - b) <= Math.max(5, 0.02 * largest);
        }
        if (path.startsWith("mmu")) {
            return Math.abs(a - b) <= (severalGenerations ? 0.05 : 1e-3);
        }
        if (time) {
            return Math.abs(a - b) <= (severalGenerations
                    ? Math.max(ROOM_NS, 0.01 * largest)
                    : Math.max(10_000, 1e-3 * largest));
        }
        return a == b;
    }
}
