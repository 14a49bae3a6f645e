package org.asemeducation.stocktake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.backup.Verify;
import org.asemeducation.stocktake.browser.Accessible;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The old team makes the pack and passes its work on; the new one reads the archive from
 * a disc.
 */
@BrowserTest
class HandOverInTheBrowserTest {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Autowired
	private Register register;

	@Autowired
	private CycleOpening opening;

	@Autowired
	private TaskService tasks;

	@TempDir
	private Path folder;

	@Test
	void theSecretariatIsHandedOver(Chromium chromium) throws IOException {
		// given
		LocalDate day = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone()).plusDays(200);
		this.opening.open(new NewCycle("ASEMME16", "From one team to the next", "Europe/Rome",
				List.of(new NewMeeting(MeetingKind.SOM1, day, "Seoul", MeetingFormat.HYBRID, null)), day.minusDays(100),
				day.minusDays(60), day.minusDays(40), day.minusDays(30), day.minusDays(20), day.minusDays(10),
				List.of("What changed?"), null, null), "aes");
		this.register.addContact(new NewContact(this.register.parties().get(0).id(), "Noor Next", "noor@aes.example",
				"en", null, "secretariat"));
		this.jdbc
			.sql("""
					update cycle_initiative set title = '<script>alert(1)</script> تقرير عن التقدم ความก้าวหน้า' || repeat('verylongword', 30)
					where cycle = 'ASEMME16' and initiative = 'A01-I01'""")
			.update();
		TaskQuery open = this.tasks.createTaskQuery().taskDefinitionKey("userTask_confirmDateAndHost");
		Awaitility.await().until(() -> open.count() > 0);
		open.list().forEach((task) -> this.tasks.setAssignee(task.getId(), "aes"));
		Visit desk = chromium.visit(this.port).signIn("aes@stocktake.example");
		// when
		Page page = desk.open("/");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hand over the secretariat")).click();
		Accessible.check(page);
		Download pack = page.waitForDownload(() -> desk.button("Make the pack and download it").click());
		Path file = this.folder.resolve(pack.suggestedFilename());
		pack.saveAs(file);
		// then
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		int whole = Verify.run(List.of("--from", file.toString()), new PrintStream(said), new PrintStream(said));
		org.assertj.core.api.Assertions.assertThat(whole).as(said.toString()).isZero();
		page = desk.open("/desk/handover");
		assertThat(page.locator("main"))
			.containsText(said.toString().replaceAll("(?s).*Its own SHA-256 is (\\w+).*", "$1"));
		desk.longPicture("200-hand-over").narrowPicture("201-hand-over-narrow");
		// when
		page.locator("label", new Page.LocatorOptions().setHasText("aes@stocktake.example")).click();
		page.getByLabel("Who takes over").selectOption("Noor Next");
		desk.button("Look at the open work").click();
		// then
		assertThat(page.locator("section.st-panel")).containsText("Confirm date and host: SOM1");
		Accessible.check(page);
		desk.longPicture("202-open-work").narrowPicture("203-open-work-narrow");
		// when
		page.getByLabel("Close their accounts").check();
		page.getByLabel("Why").fill("The secretariat moves.");
		desk.button("Pass it on").click();
		// then
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot close your own account");
		Accessible.check(page);
		desk.longPicture("204-refused");
		// when
		page.getByLabel("Why").fill("The secretariat moves.");
		desk.button("Pass it on").click();
		// then
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("passed to Noor Next");
		desk.picture("205-passed-on");
		readFromDisc(page, desk, unpack(file));
	}

	private static void readFromDisc(Page page, Visit desk, Path pack) throws IOException {
		for (String path : List.of("index.html", "plan.html", "register.html", "decisions.html", "reports.html",
				"settings.html", "words-in-force.html", "cycles/1-ASEMME16/index.html",
				"cycles/1-ASEMME16/calendar.html", "cycles/1-ASEMME16/meetings.html", "cycles/1-ASEMME16/history.html",
				"cycles/1-ASEMME16/initiatives/A01-I01.html", "plan/A01-I01.html", "outside/mails.html")) {
			if (!Files.exists(pack.resolve("archive").resolve(path))) {
				continue;
			}
			page.setViewportSize(1400, 900);
			page.navigate(pack.resolve("archive").resolve(path).toUri().toString());
			assertThat(page.locator("h1")).isVisible();
			Accessible.check(page);
			String name = "206-archive-" + path.replaceAll("[/.]+", "-");
			desk.picture(name);
			page.setViewportSize(390, 800);
			org.assertj.core.api.Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
				.as(path)
				.isLessThanOrEqualTo(390);
			Accessible.check(page);
			desk.picture(name + "-narrow");
		}
		page.navigate(pack.resolve("archive/index.html").toUri().toString());
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("ASEMME16")).click();
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A01-I01")).click();
		assertThat(page.locator("h1")).containsText("<script>alert(1)</script>");
	}

	private Path unpack(Path file) throws IOException {
		Path unpacked = this.folder.resolve("unpacked");
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : zip.stream().toList()) {
				Path to = unpacked.resolve(entry.getName());
				Files.createDirectories(to.getParent());
				Files.copy(zip.getInputStream(entry), to);
			}
		}
		return unpacked;
	}

}
