/// Benchmarks of the window on the headless platform, run by hand; `app/bench/README.md` tells how.
@NullMarked
package dev.faultline.bench.window;

import org.jspecify.annotations.NullMarked;
