package dev.faultline.app;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/// Values are written in one package: above the parser, only `model.words` turns numbers into text by a pattern.
class OneVocabularyTest {
    private static final String PARSER = "dev.faultline.trace..";
    private static final String WORDS = "dev.faultline.model.words..";
    private static final DescribedPredicate<JavaCall<?>> FORMATTING = DescribedPredicate
            .describe("formatting by a pattern", call -> call.getTargetOwner().getFullName().equals("java.lang.String")
                    && (call.getName().equals("format") || call.getName().equals("formatted")));

    private final JavaClasses code = ProgramCode.CLASSES;

    @Test
    void onlyWordsFormatByPatterns() {
        assertTrue(code.stream().filter(c -> c.getPackageName().equals("dev.faultline.model.words"))
                .flatMap(c -> c.getMethodCallsFromSelf().stream()).anyMatch(call -> FORMATTING.test(call)),
                "what is forbidden must be seen");
        noClasses().that().resideOutsideOfPackages(PARSER, WORDS).should().callCodeUnitWhere(FORMATTING).check(code);
    }

    /// The axes of charts ask for a number format and get one that asks `Units`.
    @Test
    void numberFormatsAreForTheAxesOfChartsAlone() {
        noClasses().that().resideOutsideOfPackages(PARSER, WORDS, "dev.faultline.views.chart..").should()
                .dependOnClassesThat(
                        nameMatching("java\\.text\\.(Decimal|Number|Choice|Message)Format|java\\.util\\.Formatter"))
                .check(code);
    }
}
