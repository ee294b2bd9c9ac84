package dev.faultline.views.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// A second opinion on the file: readable without eyes, and in thirty years.
@Tag("slow")
class PdfStandardsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        Sample.report(Sample.run(), List.of(Sample.finding("orphan-work", Severity.WARNING, "Работа 处理 went on.")),
                folder)
                .close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFUA_1", "PDFA_3_U"})
    void theReportKeepsTheStandard(PDFAFlavour flavour) throws Exception {
        assertEquals(List.of(), violations(flavour));
    }

    private static List<String> violations(PDFAFlavour flavour) throws IOException, VeraPDFException {
        try (var in = Files.newInputStream(folder.resolve("report.pdf"));
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream().map(TestAssertion::getMessage).distinct()
                    .toList();
        }
    }
}
