package dev.faultline.views.report;

import dev.faultline.views.report.content.ReportModel;
import dev.faultline.views.report.data.JunitForm;
import dev.faultline.views.report.data.SarifForm;
import dev.faultline.views.report.page.HtmlForm;
import dev.faultline.views.report.page.PdfForm;
import dev.faultline.views.report.text.MarkdownForm;
import java.io.IOException;
import java.io.OutputStream;

/// The forms in which a report is written.
public enum ReportForm {
    /// Pages to print and to keep.
    PDF("PDF", "pdf") {
        @Override
        void write(ReportModel model, ReportOptions options, OutputStream out) throws IOException {
            PdfForm.write(model, options.paper(), out);
        }
    },
    /// One file that opens in every browser, without a network.
    HTML("HTML", "html") {
        @Override
        void write(ReportModel model, ReportOptions options, OutputStream out) throws IOException {
            HtmlForm.write(model, out);
        }
    },
    /// Text to paste into an issue.
    MARKDOWN("Markdown", "md") {
        @Override
        void write(ReportModel model, ReportOptions options, OutputStream out) throws IOException {
            MarkdownForm.write(model, out);
        }
    },
    /// Findings for code hosts, which show them at their lines.
    SARIF("SARIF", "sarif") {
        @Override
        void write(ReportModel model, ReportOptions options, OutputStream out) throws IOException {
            SarifForm.write(model, options.version(), options.paths(), out);
        }
    },
    /// Findings for build servers, as results of tests.
    JUNIT("JUnit XML", "xml") {
        @Override
        void write(ReportModel model, ReportOptions options, OutputStream out) throws IOException {
            JunitForm.write(model, out);
        }
    };

    private final String label;
    private final String ending;

    ReportForm(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /// What it is called for people.
    public String label() {
        return label;
    }

    /// The ending of its files, without the dot.
    public String ending() {
        return ending;
    }

    /// Writes a report; the stream stays open.
    abstract void write(ReportModel model, ReportOptions options, OutputStream out) throws IOException;
}
