package dev.faultline.model.rules;

import dev.faultline.model.Glob;
import dev.faultline.trace.event.Frame;

/// Findings that a user knows of and does not want to be told: all of an id, or those at a site. They are still looked for
/// and counted.
///
/// @param id of the findings, such as `goroutine-leak`
/// @param function the function of the site (see [Finding#site()]), in which `*` stands for any characters; empty for all
///        findings of the id
public record Suppression(String id, String function) {
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
        return function.isEmpty() || site != null && Glob.of(function).test(site.function());
    }

    /// For example `goroutine-leak @ main.watch*`, as users write it.
    public String text() {
        return function.isEmpty() ? id : id + " @ " + function;
    }
}
