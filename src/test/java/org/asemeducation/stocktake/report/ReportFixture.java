package org.asemeducation.stocktake.report;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.engine.TestAudit;
import org.asemeducation.stocktake.report.docx.DocxAnnex;
import org.asemeducation.stocktake.report.model.TemplateSource;
import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.pdf.PdfAnnex;
import org.asemeducation.stocktake.report.pdf.PdfReport;
import org.asemeducation.stocktake.report.table.AnnexTable;
import org.asemeducation.stocktake.report.table.ReportTable;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.asemeducation.stocktake.update.files.TestFiles;
import org.asemeducation.stocktake.update.files.TestPrints;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small cycle with an initiative in every standing, and texts that break things.
 */
public final class ReportFixture {

	public static final CycleName CYCLE = new CycleName("ASEMME9");

	/** Stands in everything that nobody accepted; must never be printed. */
	public static final String SECRET = "unaccepted-words";

	public static final String NASTY = "<script>alert('x')</script> & \"quoted\" ]]> <!-- {{7*7}} ${7*7} \u0001\u0008\u000B\uFFFE end";

	public static final Instant NOW = Instant.parse("2024-01-14T09:30:00Z");

	/** The id of the file that the update names. */
	public static final long PICTURE = 4711;

	public static final byte[] PICTURE_BYTES = TestFiles.jpeg(400, 300);

	public static final PictureSource PICTURES = (picture) -> Optional.of(PICTURE_BYTES)
		.filter((it) -> picture.file().equals(String.valueOf(PICTURE)));

	private static final JsonMapper JSON = new JsonMapper();

	private final JdbcClient jdbc;

	private int position;

	public ReportFixture(JdbcClient jdbc) {
		this.jdbc = jdbc;
		plan();
		cycle();
	}

	public Reports reports() {
		CycleRows cycles = new CycleRows(this.jdbc);
		return new Reports(this.jdbc, cycles,
				new Compilation(cycles, new PlanRows(this.jdbc), new InitiativeRows(this.jdbc),
						new AttachedPictures(TestPrints.on(this.jdbc), TestPrints.consents(this.jdbc)), edits(),
						missing(), readings()),
				new SealedVersions(this.jdbc), publications(), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	Edits edits() {
		return new Edits(this.jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
	}

	MissingAnswers missing() {
		return new MissingAnswers(this.jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private Readings readings() {
		return new Readings(new Outlines(this.jdbc), new LastReports(this.jdbc), new Participants(this.jdbc),
				assessments(), templates());
	}

	WordTemplates templates() {
		return new WordTemplates(this.jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
	}

	Assessments assessments() {
		return new Assessments(this.jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
	}

	Publications publications() {
		return new Publications(this.jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
	}

	/**
	 * All that write files of reports.
	 * @param pictures where they find the pictures
	 * @return as the application has them
	 */
	public static ReportWriters writers(PictureSource pictures) {
		return new ReportWriters(new HtmlReport(pictures), new DocxReport(pictures, TemplateSource.NONE),
				new JsonReport(), new PdfReport(pictures), new ReportTable(), new DocxAnnex(TemplateSource.NONE),
				new PdfAnnex(), new AnnexTable());
	}

	/**
	 * Seals a version whose annex has every plan, and one line more that is nasty.
	 * @param state for whom
	 * @return the sealed version
	 */
	public SealedVersion seal(State state) {
		return new Sealing(new CycleRows(this.jdbc), reports(), new SealedVersions(this.jdbc), writers(PICTURES),
				new PublicUrl(URI.create("https://stocktake.example")), (sealed) -> {
				}, TestAudit.on(this.jdbc, Clock.fixed(NOW, ZoneOffset.UTC)))
			.seal(CYCLE, state, ReportFixture::annex, "aes");
	}

	/**
	 * An annex of some lines of the first and one of the third action.
	 * @param report what it is about
	 * @return three lines
	 */
	public static Annex annex(ReportModel report) {
		return new Annex("%s: work plan for the next two years".formatted(report.cycle().name()), List.of(
				new Annex.Line(1, "A01-I01", "Second call " + NASTY, "Spring 2024", "120 pairs", "Balance",
						"1.1: Balanced mobility"),
				new Annex.Line(2, "A01-I01", "Alumni meeting", null, null, "A network", "1.1: Balanced mobility"),
				new Annex.Line(4, "A03-I01", "서울대학교 seminar", "2025", "Proceedings", null, null)));
	}

	/**
	 * A report as it was compiled before the objectives of the plan were kept.
	 * @param now the same from today
	 * @return without them
	 */
	static ReportModel before(ReportModel now) {
		try {
			return JsonReport
				.read(((ObjectNode) JSON.readTree(JsonReport.canonical(now))).without("objectives").toString());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** One initiative in every standing. */
	public ReportFixture everyStanding() {
		initiative("A01-I01", 1, true);
		request("A01-I01", "settled", "accepted");
		TestPrints.attach(this.jdbc, CYCLE.value(), "A01-I01", PICTURE, PICTURE_BYTES);
		draft("A01-I01");
		returned(revision("A01-I01", 1, "2023-07-03T10:00:00Z", secret()), "2023-07-10T10:00:00Z");
		accepted(revision("A01-I01", 2, "2023-07-12T10:00:00Z", full()), "2023-07-15T22:30:00Z");

		initiative("A01-I02", 1, false);
		request("A01-I02", "in-review", null);
		revision("A01-I02", 1, "2023-11-30T23:30:00Z", secret());

		initiative("A02-I01", 2, false);
		request("A02-I01", "settled", "no-update-received");
		returned(revision("A02-I01", 1, "2023-09-01T10:00:00Z", secret()), "2023-09-08T10:00:00Z");

		initiative("A02-I02", 2, true);
		request("A02-I02", "requested", null);
		draft("A02-I02");

		initiative("A03-I01", 3, false);
		request("A03-I01", "settled", "no-update-received");

		initiative("A03-I02", 3, false);
		request("A03-I02", "unstaffed", null);

		initiative("A03-I03", 3, false);

		initiative("A04-I01", 4, false);
		request("A04-I01", "settled", "accepted");
		accepted(revision("A04-I01", 1, "2023-08-01T10:00:00Z", Map.of("progress", "Only progress was written.")),
				"2023-08-04T10:00:00Z");
		revision("A04-I01", 2, "2023-08-09T10:00:00Z", secret());
		return this;
	}

	ReportFixture contact(String userId, String name, String role) {
		this.jdbc.sql("""
				with p as (insert into party (name, kind, group_id) values (:name, 'other', :user) returning id),
					c as (insert into contact (user_id, name, email, added_at)
						values (:user, :name, :user || '@example.org', now()) returning id)
				insert into contact_role (contact, party, role) select c.id, p.id, :role from c, p""")
			.param("name", name)
			.param("user", userId)
			.param("role", role)
			.update();
		return this;
	}

	/** One more initiative, with an update accepted by this person. */
	ReportFixture accepted(String id, String userId) {
		initiative(id, 1, false);
		this.jdbc.sql("insert into verdict values (?, true, now(), ?)")
			.params(revision(id, 1, "2023-08-01T10:00:00Z", full()), userId)
			.update();
		return this;
	}

	/** Somebody shown or quoted in the accepted update no longer agrees. */
	public ReportFixture withdrawn(String item) {
		this.jdbc.sql("insert into withdrawn_consent values (?, 'A01-I01', ?, 'It', now(), 'harbour')")
			.params(CYCLE.value(), item)
			.update();
		return this;
	}

	public ReportFixture confirmed(int action, String subgoal) {
		this.jdbc.sql("insert into contribution values (?, ?, now(), 'aes')").params(action, subgoal).update();
		return this;
	}

	public ReportFixture chapter(String chapter, String text) {
		this.jdbc.sql("insert into report_chapter values (?, ?, ?, now(), 'aes')")
			.params(CYCLE.value(), chapter, text)
			.update();
		return this;
	}

	public ReportFixture programme(String id, String programme) {
		this.jdbc.sql("update cycle_initiative set programme = ? where cycle = ? and initiative = ?")
			.params(programme, CYCLE.value(), id)
			.update();
		return this;
	}

	/** Every field of the form, each with words of its own. */
	public static Map<String, Object> full() {
		Map<String, Object> content = new LinkedHashMap<>();
		content.put("conclusions", "Conclusions paragraph 12 and 13");
		content.put("partners", List.of("มหาวิทยาลัยเชียงใหม่ (Chiang Mai University)", "សាកលវិទ្យាល័យភូមិន្ទភ្នំពេញ",
				"北京大学, Peking University", "جامعة البنجاب", "Εθνικό Πανεπιστήμιο & Partner <i>"));
		content.put("progress", "Progress one " + NASTY + "\n\nProgress two with a line\nbreak and 👩‍🎓🚀 emoji.\n\n"
				+ longParagraph() + "\n\n" + "W".repeat(400));
		content.put("events", List.of(Map.of("date", "Date 2023-05-22", "title", "Meeting of experts <b>bold</b>",
				"place", "Bay Hall, Malta"), Map.of("date", "Date May 2023", "title", "Summer school at 서울대학교")));
		content.put("highlights", "Highlights: 105 exchange pairs");
		content.put("addedValue", "AddedValue: nobody else connects both regions");
		content.put("challenges", "Challenges: visas\u0007 and NFD e\u0301");
		content.put("answers", Map.of("1", "Answer to the first question", "2", "Answer to the second question"));
		content.put("completion", "partly-completed");
		content.put("aims", "partly-achieved");
		content.put("continuation", "ongoing");
		content.put("commitments", List.of(Map.of("position", 1, "outcome", "done", "sentence", "Did the first thing"),
				Map.of("position", 2, "outcome", "changed", "sentence", "Changed the second thing")));
		content.put("milestones",
				List.of(Map.of("position", 2, "outcome", "under-way", "sentence",
						"Under way with the second milestone"),
						Map.of("position", 7, "outcome", "done", "sentence", "")));
		content.put("objectives", List.of(Map.of("objective", "1", "sentence", "Serves the whole first objective")));
		content.put("contributions", List.of(Map.of("subgoal", "1.1", "sentence", "Contributes to balanced mobility"),
				Map.of("subgoal", "2.1", "sentence", "Contributes to lifelong learning")));
		content.put("plans",
				List.of(Map.of("activity", "Plan: second call", "when", "Spring 2024", "output", "Output: 120 pairs",
						"result", "Result: balance"),
						Map.of("activity", "Plan: alumni meeting", "when", "Winter 2025")));
		content.put("media",
				List.of(Map.of("kind", "picture", "link", "https://example.org/picture.jpg", "caption",
						"Caption of the picture", "credit", "Credit Jane", "alternative", "Alternative of the picture",
						"consent", true),
						Map.of("kind", "chart", "file", String.valueOf(PICTURE), "caption", "Caption of the chart <i>",
								"credit", "Credit of the chart", "consent", true),
						Map.of("kind", "picture", "file", "99", "caption", SECRET + " whose file is gone",
								"alternative", SECRET, "consent", true),
						Map.of("kind", "testimonial", "words",
								"It opened doors <i>for me</i>.\n\nSecond paragraph of the quote", "speaker",
								"Speaker Nguyễn", "role", "Role: exchange student", "consent", true),
						Map.of("kind", "testimonial", "caption", "Quoted before there was a field", "credit",
								"Speaker of old", "consent", true),
						Map.of("kind", "testimonial", "words", SECRET + " quoted", "speaker", SECRET, "consent", false),
						Map.of("kind", "testimonial", "link", "https://example.org/refused.jpg", "caption",
								SECRET + " no consent", "consent", false)));
		content.put("links", List.of(Map.of("title", "Annual report", "url", "https://example.org/report?a=1&b=2"),
				Map.of("title", "Trick", "url", "javascript:alert(1)")));
		content.put("planChanges", "PlanChanges: the secretariat has moved");
		return content;
	}

	static String longParagraph() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; text.length() < 10_000; i++) {
			text.append("Sentence ").append(i).append(" of a long paragraph. ");
		}
		return text.toString().strip();
	}

	private static Map<String, Object> secret() {
		return Map.of("progress", SECRET + " progress", "highlights", SECRET, "partners", List.of(SECRET));
	}

	private void plan() {
		for (String table : List.of("contribution", "secretariat_term", "milestone", "expected_outcome", "initiative",
				"action", "subgoal", "objective")) {
			this.jdbc.sql("delete from " + table).update();
		}
		for (int i = 1; i <= 4; i++) {
			this.jdbc.sql("insert into objective values (?, ?)").params(i, "Title of objective " + i).update();
			this.jdbc.sql("insert into subgoal values (?, ?, ?)").params(i + ".1", i, "Text of subgoal " + i).update();
			this.jdbc.sql("insert into action values (?, ?)").params(i, "Title of action " + i).update();
		}
		this.jdbc.sql("insert into contribution values (3, '3.1', null, null)").update();
		this.jdbc.sql("insert into secretariat_term values (1, 'Belgium, 2018 to 2023')").update();
	}

	private void cycle() {
		this.jdbc.sql("""
				insert into cycle values (?, 'From Bangkok to Malta', 'Europe/Rome', 'gathering', now(), 'aes',
					'2023-06-05T07:00Z', '2023-12-01T22:59:59Z', null)""").param(CYCLE.value()).update();
		this.jdbc.sql("""
				insert into meeting (cycle, kind, planned_on, place, virtual, host, state, held_on) values
					(:c, 'ASEMME', '2024-01-25', 'Valletta', false, 'Malta', 'planned', null),
					(:c, 'ISOM', '2022-11-24', 'St Julian''s', false, 'Malta', 'held', '2022-11-25'),
					(:c, 'SOM1', '2023-05-22', null, true, 'Malta', 'dropped', null)""")
			.param("c", CYCLE.value())
			.update();
		this.jdbc
			.sql("insert into deadline values (?, 'deadline', '2023-09-15', false), (?, 'freeze', '2023-12-01', true)")
			.params(CYCLE.value(), CYCLE.value())
			.update();
		this.jdbc.sql("insert into cycle_question values (?, 1, 'What did COVID-19 change?'), (?, 2, 'And then?')")
			.params(CYCLE.value(), CYCLE.value())
			.update();
	}

	public void initiative(String id, int action, boolean isNew) {
		this.position++;
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
					coordinators, programme, links, milestones, outcomes)
				values (?, ?, ?, ?, ?, ?, ?, 'summary', ?, null, ?::text[], ?::text[], ?::text[])""")
			.params(CYCLE.value(), id, this.position, action, "Title of action " + action, "Initiative " + id, isNew,
					"ASEF, Party of " + id, "{https://plan.example.org/" + id + "}",
					"{\"Milestone of " + id + "\",\"Other milestone of " + id + "\"}", "{\"Outcome of " + id + "\"}")
			.update();
		for (int i = 1; i <= 2; i++) {
			this.jdbc.sql("insert into commitment values (?, ?, ?, ?, 'plan')")
				.params(CYCLE.value(), id, i, ((i == 1) ? "Milestone of " : "Promise 2 of ") + id)
				.update();
		}
	}

	void request(String id, String state, String settledAs) {
		List<Object> parameters = new ArrayList<>(List.of(CYCLE.value(), id, state));
		parameters.add(settledAs);
		this.jdbc.sql("""
				insert into update_request (cycle, initiative, state, settled_as, asked_at)
				values (?, ?, ?, ?, '2023-06-05T07:00Z')""").params(parameters).update();
	}

	private void draft(String id) {
		this.jdbc.sql("insert into draft values (?, ?, 3, ?::jsonb, '2023-11-28T10:00Z', 'asef')")
			.params(CYCLE.value(), id, json(secret()))
			.update();
	}

	long revision(String id, int number, String at, Map<String, Object> content) {
		return this.jdbc.sql("""
				insert into revision (cycle, initiative, number, content, submitted_at, submitted_by)
				values (?, ?, ?, ?::jsonb, ?, 'unacceptedwordsuser') returning id""")
			.params(CYCLE.value(), id, number, json(content), Timestamp.from(Instant.parse(at)))
			.query(Long.class)
			.single();
	}

	void accepted(long revision, String at) {
		this.jdbc.sql("insert into verdict values (?, true, ?, 'swg')")
			.params(revision, Timestamp.from(Instant.parse(at)))
			.update();
	}

	void returned(long revision, String at) {
		this.jdbc.sql("insert into verdict values (?, false, ?, 'swg')")
			.params(revision, Timestamp.from(Instant.parse(at)))
			.update();
		this.jdbc.sql("""
				insert into remark (revision, number, field, text, said_by, said_at)
				values (?, 1, 'progress', ?, 'a-reviewer', now())""").params(revision, SECRET + " remark").update();
	}

	private static String json(Map<String, Object> content) {
		try {
			return JSON.writeValueAsString(content);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
