package dev.faultline.views.report;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.words.Units;
import dev.faultline.trace.disk.AtomicFile;
import dev.faultline.views.chart.ChartData;
import dev.faultline.views.chart.NamedChart;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The PDF report of a trace: verdict, findings with their evidence, charts, appendix.
public final class Report {
    private static final int GROUPS = 12;

    private Report() {
    }

    /// Writes the report. It appears under its name only when it is whole; until then it lies beside it under another.
    ///
    /// @param judgement what was found, under which settings
    /// @param out where to write, replaced when it exists
    /// @throws IOException when it cannot be written; then nothing is left behind
    public static void write(Facts facts, Judgement judgement, Path out) throws IOException {
        write(facts, judgement, List.of(), out);
    }

    /// The same with notes that somebody wrote.
    public static void write(Facts facts, Judgement judgement, List<ReportNote> notes, Path out) throws IOException {
        PdfFonts fonts = new PdfFonts();
        ReportDocument page = page(Contents.of(facts, judgement), notes);
        AtomicFile.write(out, draft -> {
            try (OutputStream stream = new BufferedOutputStream(
                    Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE))) {
                PdfFile.write(page, fonts, stream);
            }
        });
    }

    private static ReportDocument page(Contents contents, List<ReportNote> notes) {
        CompletableFuture<ChartData> data = CompletableFuture.supplyAsync(() -> ChartData.of(contents.facts()));
        List<GroupTimes> groups = GroupTimes.of(contents.model());
        String name = contents.trace().name();
        ReportDocument page = new ReportDocument(name + " · Faultline findings report",
                "What Faultline found in the Go trace " + name);
        page.body().add("div", "footer").text(Words.shortened(name, 90) + " · Faultline findings report");
        Html start = page.body().add("div").with("id", "start");
        page.bookmark("Verdict", "start");
        TitleBlock.add(start, contents);
        Verdict.add(start, contents);
        List<Finding> findings = contents.findings();
        if (!findings.isEmpty()) {
            start.add("h2").text("Findings");
            FindingsTable.add(start, findings);
        }
        NotReported.hint(start, contents.judgement());
        notes(page, start, notes);
        Html glance = Overview.add(page);
        times(page, contents.model(), groups);
        findings(page, contents);
        List<NamedChart> more = Overview.fill(page, glance, data.join());
        Appendix.add(page, contents, groups, more);
        return page;
    }

    private static void notes(ReportDocument page, Html start, List<ReportNote> notes) {
        if (notes.isEmpty()) {
            return;
        }
        page.bookmark("Notes", "notes");
        start.add("h2").with("id", "notes").text("Notes");
        for (ReportNote note : notes) {
            Html block = start.add("div", "keep");
            ReportDocument.heading(block, note.place(), note.time());
            note.text().lines().filter(line -> !line.isBlank()).forEach(line -> block.add("p").text(line));
        }
    }

    private static void times(ReportDocument page, TraceModel model, List<GroupTimes> groups) {
        Html section = page.body().add("div", "section keep").with("id", "times");
        page.bookmark("Where goroutines spent their time", "times");
        section.add("h2").text("Where goroutines spent their time");
        List<GroupTimes> own = groups.stream().filter(g -> !g.group().system()).toList();
        StateBar.legend(page, section, own);
        GroupsTable.add(page, section, model, own, GROUPS);
    }

    private static void findings(ReportDocument page, Contents contents) {
        List<Finding> findings = contents.findings();
        if (findings.isEmpty()) {
            return;
        }
        Html outline = page.bookmark("Findings", FindingBlock.anchor(0));
        EvidencePictures pictures = new EvidencePictures(contents.facts());
        int shown = Math.min(FindingBlock.MOST, findings.size());
        for (int i = 0; i < shown; i++) {
            page.bookmark(outline, (i + 1) + " " + findings.get(i).id(), FindingBlock.anchor(i));
            FindingBlock.add(page, contents, pictures, i);
        }
        if (findings.size() > shown) {
            page.body().add("p", "more").text("and " + Units.count(findings.size() - shown)
                    + " more findings; see the table at the start of the report and the JSON");
        }
    }
}
