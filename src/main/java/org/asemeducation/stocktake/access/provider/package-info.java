/**
 * Sign-in with the organisation's own OpenID Connect provider. Takes from it one thing, a
 * verified e-mail address; who has it and what they may do stands in our register.
 */
@NullMarked
package org.asemeducation.stocktake.access.provider;

import org.jspecify.annotations.NullMarked;
