package dev.faultline.views.timeline.row;

import dev.faultline.model.Regions;
import dev.faultline.views.paint.Role;

/// Regions of a goroutine that are nested equally deep.
///
/// @param all those of the trace
/// @param numbers of the ones that it shows, in the order of their start
/// @param depth number of regions around them
record RegionStrand(Regions all, int[] numbers, int depth) implements Strand {
    @Override
    public String name() {
        return depth == 0 ? "Regions" : "Regions, nested";
    }

    @Override
    public int size() {
        return numbers.length;
    }

    @Override
    public long start(int i) {
        return all.startNs(numbers[i]);
    }

    @Override
    public long end(int i) {
        // those that the program ends in another order than it begins them may overlap
        long end = all.endNs(numbers[i]);
        return i + 1 < numbers.length ? Math.max(start(i), Math.min(end, start(i + 1))) : end;
    }

    @Override
    public Role role(int i) {
        return Role.REGION;
    }

    @Override
    public String label(int i) {
        return all.name(numbers[i]);
    }

    @Override
    public Thing thing(int i) {
        return new Thing.UserRegion(all.get(numbers[i]));
    }
}
