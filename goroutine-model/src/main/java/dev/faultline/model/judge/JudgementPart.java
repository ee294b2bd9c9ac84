package dev.faultline.model.judge;

import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.Trace;
import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// What the rules found in a trace, in its index: one part for each set of thresholds, each language, and each way in which the trace
/// came (a damaged archive tells more than the bytes in it). Suppressions are applied again.
final class JudgementPart {
    private static final String NAME = "judgement-";

    private static final Codec<List<Finding>> FINDINGS = Codec.of(Finding.class).list();
    private static final Codec<List<Judgement.Consequence>> CONSEQUENCES = Codec.of(Judgement.Consequence.class)
            .list();
    private static final Codec<List<Judgement.NotChecked>> NOT_CHECKED = Codec.of(Judgement.NotChecked.class).list();

    /// What is kept; the circumstances tell whose it is.
    private record Kept(String circumstances, Judgement judgement) {}

    private JudgementPart() {
    }

    /// What the rules said in the same circumstances before, if they were asked.
    static Optional<Judgement> find(Trace trace, Settings settings) {
        String circumstances = circumstances(trace, settings);
        return trace.store().find(name(circumstances), new KeptCodec(settings))
                .filter(k -> k.circumstances.equals(circumstances)).map(Kept::judgement);
    }

    static void keep(Trace trace, Judgement judgement) {
        String circumstances = circumstances(trace, judgement.settings());
        trace.store().keep(name(circumstances), new KeptCodec(judgement.settings()),
                new Kept(circumstances, judgement));
    }

    /// @param settings what the rules were asked with
    private record KeptCodec(Settings settings) implements Codec<Kept> {
        @Override
        public void write(PartWriter to, Kept kept) throws IOException {
            to.text(kept.circumstances);
            FINDINGS.write(to, kept.judgement.all());
            NOT_CHECKED.write(to, kept.judgement.notChecked());
            CONSEQUENCES.write(to, kept.judgement.consequences());
        }

        @Override
        public Kept read(PartReader from) throws IOException {
            return new Kept(from.text(), new Judgement(settings, FINDINGS.read(from), NOT_CHECKED.read(from),
                    CONSEQUENCES.read(from)));
        }
    }

    private static String circumstances(Trace trace, Settings settings) {
        return Locale.getDefault(Locale.Category.DISPLAY) + " " + new TreeMap<>(settings.overrides()) + " "
                + trace.report().complete() + trace.report().likelyCause()
                + trace.report().notices();
    }

    private static String name(String circumstances) {
        CRC32C sum = new CRC32C();
        sum.update(circumstances.getBytes(StandardCharsets.UTF_8));
        return NAME + Long.toHexString(sum.getValue());
    }
}
