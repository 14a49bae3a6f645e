package org.asemeducation.stocktake.endorsement.partner;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.asemeducation.stocktake.StocktakeTest;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.report.Sealing;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SmallCycle;
import org.asemeducation.stocktake.report.docx.DocxText;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.asemeducation.stocktake.endorsement.partner.PartnerSummary.Item;
import org.asemeducation.stocktake.report.Reports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/**
 * What a partner finds of itself in sealed versions, and who may see it. Thailand
 * coordinates one initiative; the others are of other parties.
 */
@StocktakeTest
class PartnerPagesTest {

	private static int number;

	@Autowired
	private WebApplicationContext application;

	@Autowired
	private Register register;

	@Autowired
	private Sealing sealing;

	@Autowired
	private Reports reports;

	@Autowired
	private DocxText docx;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc browser;

	private SmallCycle cycle;

	private Party thailand;

	private String official;

	private String other;

	@BeforeEach
	void openACycle() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.application).apply(springSecurity()).build();
		this.cycle = new SmallCycle(this.jdbc, "PARTNERS-" + ++number);
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				    coordinators)
				values (:c, 'A07-I01', 2, 7, 'Seventh action', 'Thai initiative', false, 'summary', 'Thailand'),
				       (:c, 'A06-I04', 3, 6, 'Sixth action', 'Of an institute', false, 'summary', 'IAL')""")
			.param("c", this.cycle.name().value())
			.update();
		this.jdbc.sql("""
				insert into update_request (cycle, initiative, state, settled_as, asked_at)
				values (:c, 'A07-I01', 'settled', 'no-update-received', now())""")
			.param("c", this.cycle.name().value())
			.update();
		this.thailand = this.register.party("Thailand").orElseThrow();
		this.official = official("Thailand");
		this.other = official("Latvia");
	}

	@Test
	void aPartnerFindsWhatConcernsIt() throws Exception {
		// given
		seal(State.FOR_OFFICIALS, line(1, "A01-I01", "A school in Thailand"),
				line(2, "A01-I01", "A school in Thailandia"), line(3, "A07-I01", "Meet in Bangkok"));
		// when
		String page = page(this.official, 1, this.thailand).getContentAsString();
		String singapore = page("aes", 1, this.register.party("Singapore").orElseThrow()).getContentAsString();
		// then
		assertThat(page)
			.contains("A07-I01 Thai initiative", "coordinates. No update received", "A school in Thailand<",
					"Meet in Bangkok", "This is the first version that you see")
			.doesNotContain("Thailandia", "First initiative", "Of an institute");
		assertThat(singapore).as("its institution, by its name")
			.contains("A06-I04 Of an institute", "IAL coordinates")
			.doesNotContain("Thai initiative");
	}

	@Test
	void aPartnerFindsWhatChangedSinceTheVersionItSawLast() throws Exception {
		// given
		seal(State.FOR_OFFICIALS, line(1, "A01-I01", "A school in Thailand"), line(2, "A07-I01", "Meet in Bangkok"));
		page(this.official, 1, this.thailand);
		accept("A07-I01", "Bangkok words");
		seal(State.FOR_MINISTERS, line(2, "A07-I01", "Meet in Chiang Mai"), line(3, "A07-I01", "Meet again"));
		// when
		String page = page(this.official, 2, this.thailand).getContentAsString();
		String again = page(this.official, 2, this.thailand).getContentAsString();
		String desk = page("aes", 2, this.register.party("Latvia").orElseThrow()).getContentAsString();
		// then
		assertThat(page)
			.contains("What changed since version 1, which you saw last", "Its update was accepted",
					"Changed: Meet in Chiang Mai", "Added: Meet again", "Struck: A school in Thailand")
			.doesNotContain("No update received<");
		assertThat(main(again)).as("opened twice").isEqualTo(main(page));
		assertThat(desk).as("the secretariat looks for nobody").contains("This is the first version that you see");
	}

	@Test
	void nobodyButItsOfficialsAndTheSecretariatSeesAPartnersPage() throws Exception {
		// given
		seal(State.FOR_OFFICIALS, line(1, "A07-I01", "Meet in Bangkok"));
		// when, then
		for (String person : List.of(this.other, "asef", "swg")) {
			assertThat(page(person, 1, this.thailand).getStatus()).as(person).isEqualTo(403);
			assertThat(get(person, path(1, this.thailand) + ".docx").getStatus()).as(person).isEqualTo(403);
		}
		assertThat(get(this.official, "/officials/%s/versions/1/partners".formatted(this.cycle.name())).getStatus())
			.isEqualTo(403);
		assertThat(get("aes", "/officials/%s/versions/1/partners".formatted(this.cycle.name())).getContentAsString())
			.contains("Thailand", "Latvia", "European Union");
		assertThat(get(this.official, "/reports/%s/sealed/1/report.html".formatted(this.cycle.name())).getStatus())
			.isEqualTo(200);
		assertThat(get("asef", "/reports/%s/sealed/1/report.html".formatted(this.cycle.name())).getStatus())
			.isEqualTo(403);
	}

	@Test
	void officialsSeeNothingThatIsNotSealed() throws Exception {
		// given
		this.reports.compile(this.cycle.name());
		// when, then
		assertThat(page(this.official, 1, this.thailand).getStatus()).isEqualTo(404);
		for (String unsealed : List.of("draft", "draft.docx", "draft.json")) {
			assertThat(get(this.official, "/reports/%s/%s".formatted(this.cycle.name(), unsealed)).getStatus())
				.as(unsealed)
				.isEqualTo(403);
		}
		assertThat(get(this.official, "/officials/" + this.cycle.name()).getContentAsString())
			.contains("Nothing is put to officials yet");
	}

	@Test
	void whatThePartnerDidStaysAsItWasWhenTheVersionWasSealed() throws Exception {
		// given
		seal(State.FOR_OFFICIALS, line(1, "A07-I01", "Meet in Bangkok"));
		// when, then
		assertThatThrownBy(() -> this.jdbc.sql("delete from partner_part").update())
			.hasStackTraceContaining("is never changed or removed");
	}

	@Test
	void twoPagesAreTwoPagesHoweverMuchThereIs(@TempDir Path folder) throws Exception {
		// given
		SealedVersion version = seal(State.FOR_OFFICIALS, line(1, "A07-I01", "Meet in Bangkok"));
		List<Item> many = IntStream.range(0, 60)
			.mapToObj((i) -> new Item("A%02d-I01 Ministries and Mayors Who Meet in Many Mountains WWW".formatted(i),
					"coordinates; the Ministry of Monuments supports. ".repeat(8)))
			.toList();
		PartnerSummary summary = new PartnerSummary(many, many, 1, many, many);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		// when
		this.docx.writeInOne(
				TwoPages.of(this.thailand, version, this.reports.latest(this.cycle.name()).orElseThrow(), summary),
				file);
		// then
		String text = document(file.toByteArray());
		assertThat(text).contains("more on your page in Stocktake.", "What changed since version 1", "Thailand");
		assertThat(text.split("Ministries and Mayors", -1)).hasSizeBetween(12, 40);
		Optional<Integer> pages = pages(folder, file.toByteArray());
		assertThat(pages.orElse(2)).as("as LibreOffice lays it out, where it is installed").isLessThanOrEqualTo(2);
	}

	private static Optional<Integer> pages(Path folder, byte[] docx) throws Exception {
		Files.write(folder.resolve("pages.docx"), docx);
		try {
			new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless",
					"--convert-to", "pdf", "--outdir", folder.toString(), folder.resolve("pages.docx").toString())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (java.io.IOException ex) {
			return Optional.empty();
		}
		try (PDDocument pdf = Loader.loadPDF(folder.resolve("pages.pdf").toFile())) {
			return Optional.of(pdf.getNumberOfPages());
		}
	}

	private static String document(byte[] docx) throws Exception {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
			ZipEntry entry = zip.getNextEntry();
			while (!entry.getName().equals("word/document.xml")) {
				entry = zip.getNextEntry();
			}
			return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		}
	}

	private static String main(String page) {
		return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
	}

	private void accept(String initiative, String progress) {
		this.jdbc
			.sql("""
					with sent as (
					    insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
					    values (:c, :initiative, 1, jsonb_build_object('progress', :progress::text), now(), 'asef') returning id
					)
					insert into verdict (revision, accepted, given_at, given_by) select id, true, now(), 'swg' from sent""")
			.param("c", this.cycle.name().value())
			.param("initiative", initiative)
			.param("progress", progress)
			.update();
	}

	private SealedVersion seal(State state, Annex.Line... lines) {
		return this.sealing.seal(this.cycle.name(), state, (report) -> new Annex("Work plan", List.of(lines)), "aes");
	}

	private static Annex.Line line(int number, String initiative, String activity) {
		return new Annex.Line(number, initiative, activity, null, null, null, null);
	}

	private String official(String partner) {
		String email = "official@%s.example".formatted(partner.toLowerCase(java.util.Locale.ROOT));
		this.register.addContact(new NewContact(this.register.party(partner).orElseThrow().id(),
				"Official of " + partner, email, "en", null, NewContact.COORDINATOR));
		return this.register.contactByEmail(email).orElseThrow().userId();
	}

	private String path(int version, Party partner) {
		return "/officials/%s/versions/%d/partners/%d".formatted(this.cycle.name(), version, partner.id().value());
	}

	private MockHttpServletResponse page(String person, int version, Party partner) throws Exception {
		return get(person, path(version, partner));
	}

	private MockHttpServletResponse get(String person, String address) throws Exception {
		MockHttpServletResponse response = this.browser
			.perform(
					org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(address).with(user(person)))
			.andReturn()
			.getResponse();
		response.setCharacterEncoding("UTF-8");
		return response;
	}

}
