package org.asemeducation.stocktake;

import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

import org.asemeducation.stocktake.access.DemoAccounts;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.rehearsal.DemonstrationCycles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Tells whoever started Stocktake where it is, who can sign in and where mails go.
 */
@Component
class StartBanner {

	private static final Logger log = LoggerFactory.getLogger(StartBanner.class);

	private final Environment environment;

	private final PublicUrl publicUrl;

	private final DemoAccounts demo;

	private final DemonstrationCycles cycles;

	StartBanner(Environment environment, PublicUrl publicUrl, DemoAccounts demo, DemonstrationCycles cycles) {
		this.environment = environment;
		this.publicUrl = publicUrl;
		this.demo = demo;
		this.cycles = cycles;
	}

	@EventListener
	void show(ApplicationReadyEvent event) {
		if (event.getApplicationContext() instanceof WebServerApplicationContext web) {
			log.info(text(web.getWebServer().getPort()));
		}
	}

	/**
	 * What it says.
	 * @param port the port on this machine
	 */
	String text(int port) {
		List<String> accounts = this.demo.names();
		String root = accounts.isEmpty() ? this.publicUrl.to("") : "http://localhost:" + port;
		StringJoiner lines = new StringJoiner("\n").add("Stocktake is ready.\n");
		lines.add("  Start page  " + root + "/");
		lines.add("  Tasklist    " + root + "/camunda/app/tasklist/");
		lines.add("  Cockpit     " + root + "/camunda/app/cockpit/");
		lines.add("  Reports     " + root + "/reports");
		if (!accounts.isEmpty()) {
			lines.add("  Accounts    " + String.join(", ", accounts)
					+ " and one for each other coordinator, such as unevoc (" + password() + ")");
			this.cycles.inWords().forEach((cycle) -> lines.add("  Cycle       " + cycle));
			lines.add("  Data        " + absolute("stocktake.data") + ", kept between runs");
		}
		return lines.add("  Mails       " + mails() + "\n").toString();
	}

	private String password() {
		boolean own = this.environment.containsProperty("stocktake.demo.password");
		return own ? "password as in stocktake.demo.password" : "password demo";
	}

	private String mails() {
		String host = this.environment.getProperty("spring.mail.host");
		return (host != null) ? "go to the SMTP server " + host
				: "are written as files to " + absolute("stocktake.outbox");
	}

	private Path absolute(String property) {
		return Path.of(this.environment.getRequiredProperty(property)).toAbsolutePath().normalize();
	}

}
