/// How values are written: one manner for findings, window, report and command line. Nothing else formats a number, a
/// name, a place, a state or the completeness of a trace, so no two of them can contradict each other.
///
/// | class | writes |
/// |---|---|
/// | [Units][dev.faultline.model.words.Units] | durations, moments, sizes, counts with their noun, shares, rates |
/// | [Figures][dev.faultline.model.words.Figures] | a named figure or threshold, by the unit in which its name ends |
/// | [Percentiles][dev.faultline.model.words.Percentiles] | median, p95, p99, max: always in this order |
/// | [Names][dev.faultline.model.words.Names] | goroutines, Ps, tasks |
/// | [GoNames][dev.faultline.model.words.GoNames] | function names and files in little room |
/// | [Places][dev.faultline.model.words.Places] | frames and creation sites |
/// | [States][dev.faultline.model.words.States] | what a goroutine does |
/// | [Waker][dev.faultline.model.words.Waker] | what ended a wait |
/// | [Completeness][dev.faultline.model.words.Completeness] | how much of the file was read, and what was lost |
/// | [GoRelease][dev.faultline.model.words.GoRelease] | which Go wrote the trace |
/// | [Lists][dev.faultline.model.words.Lists] | `a, b and 3 more` |
/// | [TerminalSafe][dev.faultline.model.words.TerminalSafe] | text of a trace without control characters |
@NullMarked
package dev.faultline.model.words;

import org.jspecify.annotations.NullMarked;
