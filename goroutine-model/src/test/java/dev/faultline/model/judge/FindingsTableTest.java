package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.rules.Rule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of the findings in docs/findings.md says what the rules say of themselves.
class FindingsTableTest {
    private static final Path TABLE = Path.of("docs", "findings.md");

    @Test
    void theTableNamesEveryRuleWithItsThresholdsAndTheirDefaults() throws IOException {
        List<String> documented = Files.readAllLines(TABLE).stream()
                .dropWhile(line -> !line.startsWith("| id | what it looks for | thresholds |"))
                .skip(2).takeWhile(line -> line.startsWith("|")).toList();
        List<String> rules = Rules.all().stream().map(FindingsTableTest::row).toList();
        assertEquals(String.join("\n", rules), String.join("\n", documented));
    }

    private static String row(Rule rule) {
        String thresholds = rule.settings().stream()
                .map(s -> "`%s` %s: %s".formatted(s.name(), number(s.value()), s.about()))
                .collect(Collectors.joining("<br>"));
        return "| `%s` | %s | %s |".formatted(rule.id(), rule.about(), thresholds);
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
