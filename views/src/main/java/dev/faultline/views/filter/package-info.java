/// The one language in which lanes, tables and flame graphs are filtered: terms such as `blocked>5ms` or `fn:"main.*"`, joined by
/// `and`, `or`, `not` and parentheses. What terms there are depends on what is filtered: [dev.faultline.views.filter.Fields].
@NullMarked
package dev.faultline.views.filter;

import org.jspecify.annotations.NullMarked;
