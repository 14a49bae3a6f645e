package org.asemeducation.stocktake.notification;

import org.asemeducation.stocktake.notification.letter.Letters;
import org.asemeducation.stocktake.notification.letter.Written;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestMailTest {

	private Desk desk;

	private long contact;

	@BeforeEach
	void open() {
		MailRoom.tidy();
		this.desk = new Desk(MailRoom.jdbc());
		this.contact = this.desk.party("ASEF");
	}

	@AfterEach
	void close() {
		this.desk.close();
		MailRoom.leave();
	}

	@Test
	void theFirstLineSaysWhoShouldDoWhatByWhen() {
		// given
		this.desk.role("coordinator", this.contact, this.desk.asked("A01-I02", "One"),
				this.desk.asked("A02-I01", "Two"));
		// when
		Written mail = write();
		// then
		assertThat(mail.text().replace('\n', ' ')).matches(
				"Desk \\(ASEF \\d+\\), please submit 2 updates by Friday 15 September 2023, 23:59 in Rome \\(Europe/Rome\\)\\..*");
		assertThat(mail.subject()).isEqualTo(this.desk.cycle + ": please submit 2 updates by Friday 15 September 2023");
	}

	@Test
	void theFirstLineNamesADayThatIsSafeWhereTheReaderSits() {
		// given
		this.desk.role("coordinator", this.contact, this.desk.asked("A01-I02", "One"));
		this.desk.sql("update contact set zone = 'America/New_York' where id = " + this.contact);
		// when
		Written mail = write();
		// then the deadline is on Friday there too, but before its evening
		assertThat(mail.subject()).endsWith("by Thursday 14 September 2023");
		for (String part : new String[] { mail.text().replace('\n', ' '),
				mail.html().replaceAll("<[^>]+>", "").replaceAll("\\s+", " ") }) {
			assertThat(part)
				.contains("please submit one update by Thursday 14 September 2023, your last whole day before "
						+ "Friday 15 September 2023, 17:59 in New York (America/New_York), which is 23:59 in Rome (Europe/Rome).")
				.contains("Friday 1 December 2023, 17:59 in New York (America/New_York), which is 23:59 in Rome");
		}
	}

	@Test
	void theSubjectOfOneNamesTheInitiative() {
		// given
		InitiativeId one = this.desk.asked("A01-I02", "One");
		this.desk.role("coordinator", this.contact, one);
		// when
		Written mail = write();
		// then
		assertThat(mail.subject()).isEqualTo(
				"%s: please submit your update on %s by Friday 15 September 2023".formatted(this.desk.cycle, one));
		assertThat(mail.text()).contains("please submit one update by");
	}

	@Test
	void eachInitiativeHasItsOwnLinkInBothParts() {
		// given
		InitiativeId one = this.desk.asked("A01-I02", "One");
		InitiativeId two = this.desk.asked("A02-I01", "Two");
		this.desk.role("coordinator", this.contact, one, two);
		// when
		Written mail = write();
		// then
		for (InitiativeId initiative : new InitiativeId[] { one, two }) {
			String link = "https://stocktake.example.org/i/%s/%s".formatted(this.desk.cycle, initiative);
			assertThat(mail.text()).contains("\n" + link + "\n");
			assertThat(mail.html()).contains("href=\"" + link + "\"");
		}
	}

	@Test
	void saysWhatHappensAtTheFreezeHowToSignInAndWhomToAsk() {
		// given
		this.desk.role("coordinator", this.contact, this.desk.asked("A01-I02", "One"));
		// when
		Written mail = write();
		// then
		for (String part : new String[] { mail.text().replace('\n', ' '), mail.html() }) {
			assertThat(part).contains("Friday 1 December 2023, 23:59 in Rome (Europe/Rome)", "no update received",
					"aes@example.org", this.desk.email(this.contact));
		}
	}

	@Test
	void whatOnlyInformsStandsApartAndIsNotCounted() {
		// given
		InitiativeId esnPilot = this.desk.asked("A01-I04", "ESN Pilot project");
		InitiativeId nobodys = this.desk.initiative("A02-I02", "Inclusive mobility", "unstaffed");
		this.desk.role("coordinator", this.contact, this.desk.asked("A01-I06", "Erasmus+"));
		this.desk.role("support", this.contact, esnPilot);
		this.desk.role("host", this.contact, nobodys);
		// when
		Written mail = write();
		// then
		assertThat(mail.text()).contains("please submit one update");
		assertThat(mail.text().substring(mail.text().indexOf("FOR YOUR INFORMATION")).replace('\n', ' ')).contains(
				esnPilot + " ESN Pilot project You support it. Its coordinators are asked for the update: as printed.",
				nobodys + " Inclusive mobility You host it. The AES is looking for somebody to coordinate it");
		assertThat(mail.html()).contains("For your information", "ESN Pilot project");
	}

	@Test
	void aMailThatOnlyInformsAsksForNothing() {
		// given
		this.desk.role("support", this.contact, this.desk.asked("A01-I04", "ESN Pilot project"));
		// when
		Written mail = write();
		// then
		assertThat(mail.subject()).doesNotContain("please");
		assertThat(mail.text()).contains("you need not do anything").doesNotContain("please submit");
		assertThat(mail.html()).contains("you need not do anything").doesNotContain("please submit");
	}

	@Test
	void whatOnlyInformsLeadsToNoForm() {
		// given
		InitiativeId own = this.desk.asked("A01-I06", "Erasmus+");
		InitiativeId supported = this.desk.asked("A01-I04", "ESN Pilot project");
		long supporter = this.desk.party("ESN");
		this.desk.role("coordinator", this.contact, own);
		this.desk.role("support", this.contact, supported);
		this.desk.role("support", supporter, supported);
		// when
		MailRoom.get(Requests.class).queue(this.desk.cycle);
		Written mixed = MailRoom.get(Letters.class).write(this.desk.mails(this.contact).get(0));
		Written informing = MailRoom.get(Letters.class).write(this.desk.mails(supporter).get(0));
		// then
		for (String part : new String[] { mixed.text(), mixed.html() }) {
			assertThat(part).contains("/i/%s/%s".formatted(this.desk.cycle, own))
				.doesNotContain("/i/%s/%s".formatted(this.desk.cycle, supported));
		}
		for (String part : new String[] { informing.text(), informing.html() }) {
			assertThat(part).contains(supported.value()).doesNotContain("/i/", "/camunda/");
		}
	}

	@Test
	void whatTheSecretariatSavedIsInTheNextMail() {
		// given
		this.desk.role("coordinator", this.contact, this.desk.asked("A01-I02", "One"));
		save("request", "en",
				"Subject: Hello {{to}}\n{{to}}, write {{updates}} by {{openBy}}.\n\n{{#asked}}\n{{link}}\n{{/asked}}");
		// when
		Written mail = write();
		forgetTemplates();
		// then
		assertThat(mail.subject()).startsWith("Hello Desk (ASEF");
		assertThat(mail.text().replace('\n', ' ')).contains(
				"write one update by Friday 15 September 2023, 23:59 in Rome", "https://stocktake.example.org/i/");
		assertThat(mail.html()).contains("write one update by Friday").doesNotContain("What it is about");
	}

	@Test
	void wordsInTheReadersLanguageComeFirstAndEnglishWhereThereAreNone() {
		// given
		this.desk.role("coordinator", this.contact, this.desk.asked("A01-I02", "One"));
		save("request", "fr", "Subject: Bonjour\nVeuillez écrire avant le {{openBy}}. {{#asked}}{{link}}{{/asked}}");
		MailRoom.get(Requests.class).queue(this.desk.cycle);
		long mail = this.desk.mails(this.contact).get(0);
		// when
		this.desk.sql("update contact set language = 'fr' where id = " + this.contact);
		Written french = MailRoom.get(Letters.class).write(mail);
		this.desk.sql("update contact set language = 'de' where id = " + this.contact);
		Written german = MailRoom.get(Letters.class).write(mail);
		forgetTemplates();
		// then
		assertThat(french.subject()).isEqualTo("Bonjour");
		assertThat(french.html()).contains("<html lang=\"fr\"", "Veuillez écrire");
		assertThat(german.subject()).contains("please submit your update");
	}

	@Test
	void aSavedVersionThatIsNoLongerUnderstoodGivesWayToTheWordsThatAreShipped() {
		// given
		this.desk.role("coordinator", this.contact, this.desk.asked("A01-I02", "One"));
		save("request", "en", "Subject: Old\n{{aVariableOfAnEarlierRelease}}");
		// when
		Written mail = write();
		forgetTemplates();
		// then
		assertThat(mail.subject()).contains("please submit your update");
	}

	private static void save(String name, String language, String source) {
		MailRoom.jdbc()
			.sql("""
					insert into mail_template (name, language, version, source, saved_at, saved_by)
					values (:name, :language, 1, :source, now(), 'aes')""")
			.param("name", name)
			.param("language", language)
			.param("source", source)
			.update();
	}

	private static void forgetTemplates() {
		MailRoom.jdbc().sql("delete from mail_template").update();
	}

	@Test
	void hostileTitlesStayText() {
		// given
		this.desk.role("coordinator", this.contact,
				this.desk.asked("A01-I02", "<script>alert(1)</script>\r\nBcc: all@example.org ${71*73} [(${71*73})]"));
		// when
		Written mail = write();
		// then
		assertThat(mail.html()).doesNotContain("<script>").contains("&lt;script&gt;");
		assertThat(mail.text().replace('\n', ' '))
			.contains("<script>alert(1)</script> Bcc: all@example.org ${71*73} [(${71*73})]");
		assertThat(mail.html()).contains("${71*73}").doesNotContain("5183");
	}

	private Written write() {
		MailRoom.get(Requests.class).queue(this.desk.cycle);
		return MailRoom.get(Letters.class).write(this.desk.mails(this.contact).get(0));
	}

}
