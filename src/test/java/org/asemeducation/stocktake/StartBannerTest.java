package org.asemeducation.stocktake;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@StocktakeTest
class StartBannerTest {

	@Test
	void namesAddressesAccountsAndWhereMailsGo(@Autowired StartBanner banner, @LocalServerPort int port) {
		// when
		String text = banner.text(port);

		// then
		assertThat(text).contains("Start page  http://localhost:" + port + "/\n")
			.contains("http://localhost:" + port + "/camunda/app/tasklist/\n")
			.contains("http://localhost:" + port + "/camunda/app/cockpit/\n")
			.contains("http://localhost:" + port + "/reports\n")
			.containsPattern("Accounts    aes, .*swg, asef.*\\(password demo\\)")
			.contains("are written as files to " + Path.of("target/outbox").toAbsolutePath());
	}

}
