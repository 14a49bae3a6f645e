package org.asemeducation.stocktake.notification.transport;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mails are kept as files when no SMTP server is set: {@code stocktake.outbox}.
 *
 * @param outbox a directory; relative to where Stocktake was started
 */
@ConfigurationProperties("stocktake")
record Outbox(@DefaultValue("data/outbox") Path outbox) {
}
