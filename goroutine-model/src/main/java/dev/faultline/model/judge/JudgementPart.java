package dev.faultline.model.judge;

import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.Trace;
import dev.faultline.trace.index.Exchange;
import dev.faultline.trace.index.Records;
import dev.faultline.trace.index.TraceIndex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// What the rules found in a trace, in its index: one part for each set of thresholds, each language, and each way in which the trace
/// came (a damaged archive tells more than the bytes in it). Suppressions are applied anew.
final class JudgementPart {
    private static final String NAME = "judgement-";

    /// What is saved; the circumstances tell whose it is.
    private record Saved(String circumstances, Judgement judgement) {}

    private JudgementPart() {
    }

    /// What the rules said in the same circumstances before, if they were asked.
    static Optional<Judgement> find(Trace trace, Settings settings) {
        TraceIndex index = trace.events().index();
        String circumstances = circumstances(trace, settings);
        String name = name(circumstances);
        return index.find(name, trace.events().room()::map).flatMap(x -> {
            try {
                Saved saved = exchange(x, new Saved("", new Judgement(settings, List.of(),
                        List.of())));
                return saved.circumstances.equals(circumstances) ? Optional.of(saved.judgement) : Optional.empty();
            } catch (RuntimeException e) {
                index.drop(name);
                return Optional.empty();
            }
        });
    }

    static void keep(Trace trace, Judgement judgement) {
        String circumstances = circumstances(trace, judgement.settings());
        trace.events().index().keep(name(circumstances), x -> exchange(x, new Saved(circumstances, judgement)));
    }

    private static Saved exchange(Exchange x, Saved saved) {
        Judgement j = saved.judgement;
        return new Saved(x.text(saved.circumstances), new Judgement(j.settings(),
                Records.list(x, Finding.class, j.all()), Records.list(x, Judgement.NotChecked.class, j.notChecked())));
    }

    private static String circumstances(Trace trace, Settings settings) {
        return Locale.getDefault(Locale.Category.DISPLAY) + " " + new TreeMap<>(settings.overrides()) + " "
                + trace.report().complete() + trace.report().notices();
    }

    private static String name(String circumstances) {
        CRC32C sum = new CRC32C();
        sum.update(circumstances.getBytes(StandardCharsets.UTF_8));
        return NAME + Long.toHexString(sum.getValue());
    }
}
