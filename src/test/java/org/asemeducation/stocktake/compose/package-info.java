/**
 * A cycle on the containers of {@code docker-compose.yml}, from outside: over HTTPS and
 * SMTP, while nodes come and go. {@code .ci/compose} brings them up and calls it.
 */
@NullMarked
package org.asemeducation.stocktake.compose;

import org.jspecify.annotations.NullMarked;
