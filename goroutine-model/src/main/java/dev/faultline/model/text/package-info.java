/// Sentences as named templates in resource bundles, so that a second language is a set of files. Knows nothing of what the
/// sentences are about.
@NullMarked
package dev.faultline.model.text;

import org.jspecify.annotations.NullMarked;
