package dev.faultline.app.config;

/// What a user wrote down about a place in a trace.
///
/// @param trace name of the trace in its file: an archive holds several
/// @param text what was written, empty for a mere bookmark
/// @param place what it is about, in words, such as `G11 blocked`
/// @param fromNs the time that was shown or selected, nanoseconds since the trace's first event
/// @param toNs its end, not before `fromNs`
/// @param goroutine id of the goroutine that it is about, 0 for none
public record Note(String trace, String text, String place, long fromNs, long toNs, long goroutine) {
    /// The same place with another text.
    public Note saying(String words) {
        return new Note(trace, words, place, fromNs, toNs, goroutine);
    }
}
