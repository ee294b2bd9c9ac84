package dev.faultline.views.timeline.density;

import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import dev.faultline.views.scale.TimeRange;
import java.io.IOException;

/// Keeps the counts of goroutines by state: of each density its finest parts, since the coarser ones follow from them.
final class DensitiesCodec implements Codec<Densities.All> {
    @Override
    public void write(PartWriter to, Densities.All all) throws IOException {
        write(to, all.program());
        to.number(all.groups().length);
        for (Density group : all.groups()) {
            write(to, group);
        }
        to.ints(all.born());
        to.ints(all.ended());
    }

    @Override
    public Densities.All read(PartReader from) throws IOException {
        Density program = density(from);
        Density[] groups = new Density[from.size()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = density(from);
        }
        return new Densities.All(program, groups, from.ints(), from.ints());
    }

    private static void write(PartWriter to, Density density) throws IOException {
        to.number(density.range().fromNs());
        to.number(density.range().toNs());
        to.real(density.bucketNs());
        to.floats(density.finest());
    }

    private static Density density(PartReader from) throws IOException {
        TimeRange range = new TimeRange(from.number(), from.number());
        return Density.of(range, from.real(), from.floats());
    }
}
