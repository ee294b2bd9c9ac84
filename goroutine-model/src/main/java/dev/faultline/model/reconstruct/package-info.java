/// The one pass over ordered events: builders take each row, columns keep what they found, and indices over the columns
/// are made when a view or rule first asks. Everything that comes out is an interface or record of `dev.faultline.model`.
@NullMarked
package dev.faultline.model.reconstruct;

import org.jspecify.annotations.NullMarked;
