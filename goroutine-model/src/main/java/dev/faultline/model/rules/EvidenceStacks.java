package dev.faultline.model.rules;

import dev.faultline.model.owner.Owners;
import dev.faultline.model.rules.Evidence.StackCount;
import dev.faultline.model.words.FoldedStack;
import dev.faultline.trace.event.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The stacks of a finding in the order in which they tell most.
final class EvidenceStacks {
    /// What people see of a stack.
    private record Seen(String label, List<Frame> frames) {}

    private EvidenceStacks() {
    }

    /// Makes one of stacks that differ within the runtime and the standard library only, and keeps the frames of the most
    /// frequent. The first stays the first; then comes the most frequent of each other label, then the rest.
    static List<StackCount> ordered(List<StackCount> stacks, Owners owners) {
        List<StackCount> merged = merged(stacks, owners);
        if (merged.size() < 2) {
            return merged;
        }
        List<StackCount> rest = new ArrayList<>(merged.subList(1, merged.size()));
        rest.sort(Comparator.comparingLong(StackCount::count).reversed());
        List<StackCount> ordered = new ArrayList<>();
        ordered.add(merged.getFirst());
        Set<String> labels = new HashSet<>();
        labels.add(merged.getFirst().label());
        rest.stream().filter(s -> labels.add(s.label())).forEach(ordered::add);
        rest.stream().filter(s -> !ordered.contains(s)).forEach(ordered::add);
        return ordered;
    }

    private static List<StackCount> merged(List<StackCount> stacks, Owners owners) {
        Map<Seen, List<StackCount>> bySeen = new LinkedHashMap<>();
        for (StackCount stack : stacks) {
            List<Frame> frames = FoldedStack.of(stack.frames(), owners, Math.max(1, stack.frames().size())).shown();
            bySeen.computeIfAbsent(new Seen(stack.label(), frames), key -> new ArrayList<>()).add(stack);
        }
        return bySeen.values().stream().map(EvidenceStacks::one).toList();
    }

    private static StackCount one(List<StackCount> same) {
        StackCount most = same.stream().max(Comparator.comparingLong(StackCount::count)).orElseThrow();
        return new StackCount(most.label(), same.stream().mapToLong(StackCount::count).sum(), most.frames());
    }
}
