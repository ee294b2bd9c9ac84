package dev.faultline.model.rules;

import dev.faultline.trace.event.Frame;
import java.util.regex.Pattern;

/// Findings that a user knows of and does not want to be told: all of an id, or those at a site. They are still looked for
/// and counted.
///
/// @param id of the findings, such as `goroutine-leak`
/// @param function the function of the site (see [Finding#site()]), in which `*` stands for any characters; empty for all
///        findings of the id
public record Suppression(String id, String function) {
    /// Reads `ID` or `ID@FUNCTION`; spaces around the parts do not count.
    ///
    /// @throws SettingsException when there is no such finding
    public static Suppression parse(String text) throws SettingsException {
        int at = text.indexOf('@');
        String id = (at < 0 ? text : text.substring(0, at)).strip();
        Rules.requireId(id);
        String function = at < 0 ? "" : text.substring(at + 1).strip();
        if (at >= 0 && function.isEmpty()) {
            throw new SettingsException("a function must follow the @ in '" + text.strip() + "'");
        }
        return new Suppression(id, function);
    }

    /// What suppresses a finding wherever it is found again: its id at the function of its site, or its id where it has no
    /// site.
    public static Suppression of(Finding finding) {
        Frame site = finding.site();
        return new Suppression(finding.id(), site == null ? "" : site.function());
    }

    /// Whether a finding is one of those.
    public boolean matches(Finding finding) {
        if (!finding.id().equals(id)) {
            return false;
        }
        Frame site = finding.site();
        return function.isEmpty() || site != null && pattern().matcher(site.function()).matches();
    }

    private Pattern pattern() {
        return Pattern.compile(Pattern.quote(function).replace("*", "\\E.*\\Q"));
    }

    /// As [#parse] reads it: `goroutine-leak @ main.watch*`.
    public String text() {
        return function.isEmpty() ? id : id + " @ " + function;
    }
}
