package dev.faultline.model.summary;

/// How many of something, and their summed time.
///
/// @param count how many
/// @param ns summed time in nanoseconds; where they overlap it counts several times
public record CountAndTime(long count, long ns) {
    static final CountAndTime NOTHING = new CountAndTime(0, 0);

    CountAndTime plus(long moreCount, long moreNs) {
        return new CountAndTime(count + moreCount, ns + moreNs);
    }
}
