/// Entry points for a coverage-guided fuzzer (Jazzer). [FuzzTest] gives each a short run over the corpus under
/// `src/test/resources/fuzz`; `trace-parser/docs/salvage.md` tells how to run them for long.
@NullMarked
package dev.faultline.app.fuzz;

import org.jspecify.annotations.NullMarked;
