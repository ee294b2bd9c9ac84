package dev.faultline.model.analysis.stuck;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.model.analysis.code.KnownPlaces;
import dev.faultline.model.analysis.life.Families;
import dev.faultline.model.analysis.timing.Timing;
import dev.faultline.model.analysis.wait.Activations;
import dev.faultline.model.analysis.wait.Contacts;
import dev.faultline.model.analysis.wait.OpenWaits;
import dev.faultline.model.analysis.wait.Repeats;

/// What tells whether somebody is left who could end a wait.
///
/// @param code whose code frames are
/// @param knownPlaces what waits in well-known libraries mean
/// @param families who was created by the same call
/// @param activations what became of the calls that created goroutines
/// @param contacts what the living ancestors of waiting goroutines did
/// @param repeats places that leave goroutines behind again and again
public record StuckInput(TraceModel model, Timing timing, OpenWaits openWaits, Code code, KnownPlaces knownPlaces,
        Families families, Activations activations, Contacts contacts, Repeats repeats) {}
