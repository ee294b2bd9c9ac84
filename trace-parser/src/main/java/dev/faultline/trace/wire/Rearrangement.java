package dev.faultline.trace.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Puts generations that stand in the file in the wrong order, or torn apart, back in place.
final class Rearrangement {
    private Rearrangement() {
    }

    /// The generations by number, parts of the same number as one. Files as Go writes them come out as they are.
    static List<RawGeneration> inOrder(List<RawGeneration> found) {
        if (rises(found)) {
            return found;
        }
        TreeMap<Long, List<RawGeneration>> byNumber = new TreeMap<>(Long::compareUnsigned);
        found.forEach(g -> byNumber.computeIfAbsent(g.number(), n -> new ArrayList<>()).add(g));
        return byNumber.values().stream().map(Rearrangement::joined).toList();
    }

    private static boolean rises(List<RawGeneration> found) {
        for (int i = 1; i < found.size(); i++) {
            if (Long.compareUnsigned(found.get(i).number(), found.get(i - 1).number()) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static RawGeneration joined(List<RawGeneration> parts) {
        RawGeneration first = parts.getFirst();
        if (parts.size() == 1) {
            return first;
        }
        List<Batch> batches = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        parts.forEach(p -> batches.addAll(p.batches()));
        parts.forEach(p -> gaps.addAll(p.gaps()));
        batches.sort(Comparator.comparingLong(Batch::time));
        return new RawGeneration(first.number(), first.offset(), parts.getLast().end(),
                parts.stream().mapToLong(RawGeneration::minTime).min().orElse(0),
                parts.stream().mapToLong(RawGeneration::maxTime).max().orElse(0), batches,
                parts.stream().allMatch(RawGeneration::complete),
                parts.stream().mapToInt(RawGeneration::repaired).sum(), gaps);
    }
}
