package dev.faultline.views.export;

import java.util.PriorityQueue;

/// Puts intervals, given in the order of their starts, on as few lanes as they need so that those of a lane do not overlap.
final class Lanes {
    private record Lane(int number, long freeNs) {}

    private final PriorityQueue<Lane> busy = new PriorityQueue<>(
            (a, b) -> a.freeNs != b.freeNs ? Long.compare(a.freeNs, b.freeNs) : Integer.compare(a.number, b.number));
    private int lanes;

    /// The lane of the next interval, counted from 0.
    int place(long startNs, long endNs) {
        Lane first = busy.peek();
        int lane = first != null && first.freeNs <= startNs ? busy.remove().number : lanes++;
        busy.add(new Lane(lane, Math.max(startNs + 1, endNs)));
        return lane;
    }
}
