/// Two traces, or two sets of traces, of one program against each other: what got worse, what got better, what is as before.
@NullMarked
package dev.faultline.model.compare;

import org.jspecify.annotations.NullMarked;
