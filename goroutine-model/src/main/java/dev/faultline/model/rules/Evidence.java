package dev.faultline.model.rules;

import dev.faultline.trace.event.Frame;
import java.util.List;
import java.util.stream.Stream;

/// What a finding rests on, in parts that a view can open.
///
/// @param goroutines ids of the goroutines concerned, as the program knows them
/// @param intervals stretches of time, the telling ones first
/// @param stacks stacks with how often each was seen: the telling one first, then one of each other label, then the rest,
///        the most frequent first
/// @param tasks ids of user tasks concerned
/// @param links who created or woke whom
public record Evidence(List<Long> goroutines, List<Interval> intervals, List<StackCount> stacks, List<Long> tasks,
        List<Link> links) {
    public Evidence {
        goroutines = List.copyOf(goroutines);
        intervals = List.copyOf(intervals);
        stacks = List.copyOf(stacks);
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
    }

    /// This with another's behind it, in no part more than a view needs; all goroutines are named.
    Evidence and(Evidence other) {
        return new Evidence(joined(goroutines, other.goroutines, Integer.MAX_VALUE),
                joined(intervals, other.intervals, FindingBuilder.MOST),
                joined(stacks, other.stacks, FindingBuilder.MOST), joined(tasks, other.tasks, Integer.MAX_VALUE),
                joined(links, other.links, FindingBuilder.MOST));
    }

    private static <T> List<T> joined(List<T> first, List<T> second, int most) {
        return Stream.concat(first.stream(), second.stream()).distinct().limit(Math.max(most, first.size())).toList();
    }

    /// @param fromNs nanoseconds since the trace's first event
    /// @param toNs not before `fromNs`
    /// @param goroutine id of the goroutine whose interval it is, 0 when it concerns all
    /// @param label what it shows, such as `after its task ended`
    /// @param fracture whether the story breaks here: drawn hatched
    public record Interval(long fromNs, long toNs, long goroutine, String label, boolean fracture) {}

    /// @param label what the stack is, such as `where they wait` or `created at`
    /// @param frames innermost first
    public record StackCount(String label, long count, List<Frame> frames) {
        public StackCount {
            frames = List.copyOf(frames);
        }
    }

    /// @param kind `created` or `woke`
    public record Link(String kind, long from, long to) {}
}
