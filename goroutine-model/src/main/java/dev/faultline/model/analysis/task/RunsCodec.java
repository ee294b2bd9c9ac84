package dev.faultline.model.analysis.task;

import dev.faultline.model.analysis.task.Run.Kind;
import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps inferred runs; each of their few names once.
final class RunsCodec implements Codec<List<Run>> {
    private static final Kind[] KINDS = Kind.values();

    @Override
    public void write(PartWriter to, List<Run> runs) throws IOException {
        Map<String, Integer> names = new LinkedHashMap<>();
        runs.forEach(run -> names.putIfAbsent(run.name(), names.size()));
        to.number(names.size());
        for (String name : names.keySet()) {
            to.text(name);
        }
        to.number(runs.size());
        for (Run run : runs) {
            to.number(run.kind().ordinal());
            to.number(names.getOrDefault(run.name(), 0));
            to.number(run.goroutine());
            to.number(run.fromNs());
            to.number(run.durationNs());
            to.flag(run.began());
            to.flag(run.ended());
        }
    }

    @Override
    public List<Run> read(PartReader from) throws IOException {
        String[] names = new String[from.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = from.text();
        }
        int count = from.size();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Kind kind = KINDS[from.integer()];
            String name = names[from.integer()];
            int goroutine = from.integer();
            long fromNs = from.number();
            runs.add(new Run(kind, name, goroutine, fromNs, fromNs + from.number(), from.flag(), from.flag(), 0));
        }
        return runs;
    }
}
