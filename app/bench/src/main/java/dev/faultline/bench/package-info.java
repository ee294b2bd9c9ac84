/// Benchmarks of the inner loops, run by hand; `app/bench/README.md` tells how.
@NullMarked
package dev.faultline.bench;

import org.jspecify.annotations.NullMarked;
