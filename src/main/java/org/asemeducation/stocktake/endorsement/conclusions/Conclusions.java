package org.asemeducation.stocktake.endorsement.conclusions;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.files.OfficialDocument;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is attached to the record of a ministers' meeting. Nothing that was attached is
 * changed or removed; of several adopted texts the last counts.
 */
@Component
public class Conclusions {

	private static final Pattern PARAGRAPHS = Pattern
		.compile("[0-9]{1,3}[a-z]?(-[0-9]{1,3}[a-z]?)?(, [0-9]{1,3}[a-z]?(-[0-9]{1,3}[a-z]?)?)*");

	private final Cycles cycles;

	private final Meetings meetings;

	private final OfficialDocument documents;

	private final Audit audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	Conclusions(Cycles cycles, Meetings meetings, OfficialDocument documents, Audit audit, JdbcClient jdbc,
			Clock clock) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.documents = documents;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What is attached.
	 * @param cycle the cycle
	 * @return in the order in which it came
	 */
	public List<ConclusionsText> of(CycleName cycle) {
		return this.jdbc
			.sql("""
					select number, kind = 'adopted' as adopted, name, type, length(content) as size, sha256, added_at, added_by
					from conclusions_text where cycle = :cycle order by number""")
			.param("cycle", cycle.value())
			.query((row, number) -> new ConclusionsText(row.getInt("number"), row.getBoolean("adopted"),
					row.getString("name"), row.getString("type"), row.getLong("size"), row.getString("sha256"),
					row.getTimestamp("added_at").toInstant(), row.getString("added_by")))
			.list();
	}

	/**
	 * The text that ministers adopted.
	 * @param cycle the cycle
	 * @return the one that counts, or nothing before it is attached
	 */
	public Optional<ConclusionsText> adopted(CycleName cycle) {
		return of(cycle).stream().filter(ConclusionsText::adopted).reduce((earlier, later) -> later);
	}

	/**
	 * Which paragraphs speak of which initiative.
	 * @param cycle the cycle
	 * @return such as {@code 12, 14-15} by initiative; those of which none does are left
	 * out
	 */
	public Map<String, String> paragraphs(CycleName cycle) {
		Map<String, String> paragraphs = new TreeMap<>();
		this.jdbc.sql("select initiative, paragraphs from conclusions_paragraph where cycle = :cycle")
			.param("cycle", cycle.value())
			.query((row) -> {
				paragraphs.put(row.getString("initiative"), row.getString("paragraphs"));
			});
		return paragraphs;
	}

	byte[] content(CycleName cycle, int number) {
		return this.jdbc.sql("select content from conclusions_text where cycle = :cycle and number = :number")
			.param("cycle", cycle.value())
			.param("number", number)
			.query(byte[].class)
			.single();
	}

	/** The initiatives of a cycle, titles by id, in the order of the plan. */
	Map<String, String> initiatives(CycleName cycle) {
		Map<String, String> initiatives = new LinkedHashMap<>();
		this.jdbc.sql("select initiative, title from cycle_initiative where cycle = :cycle order by position")
			.param("cycle", cycle.value())
			.query((row) -> {
				initiatives.put(row.getString("initiative"), row.getString("title"));
			});
		return initiatives;
	}

	/**
	 * Attaches a text.
	 * @param cycle the cycle
	 * @param adopted whether ministers adopted it
	 * @param name of the file
	 * @param content its bytes
	 * @param by the user id
	 * @throws Refused when it is no PDF or Word file, or is said to be adopted before the
	 * ASEMME is recorded as held
	 */
	@Transactional
	public void attach(CycleName cycle, boolean adopted, String name, byte[] content, String by) {
		this.cycles.lock(cycle);
		if (adopted) {
			Meeting asemme = this.meetings.of(cycle, MeetingKind.ASEMME);
			if (!asemme.isRecorded() || asemme.wasDropped()) {
				throw Refused.conflict(
						"The ASEMME of %s is not recorded as held: an adopted text is attached to its record. Attach a draft, or record the meeting first."
							.formatted(cycle));
			}
		}
		OfficialDocument.Checked file = this.documents.check(name, content);
		this.jdbc.sql("""
				insert into conclusions_text (cycle, number, kind, name, type, content, sha256, added_at, added_by)
				select :cycle, coalesce(max(number), 0) + 1, :kind, :name, :type, :content,
				    encode(sha256(:content), 'hex'), :at, :by from conclusions_text where cycle = :cycle""")
			.param("cycle", cycle.value())
			.param("kind", adopted ? "adopted" : "draft")
			.param("name", file.name())
			.param("type", file.type())
			.param("content", content)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
		List<ConclusionsText> all = of(cycle);
		ConclusionsText added = all.get(all.size() - 1);
		this.audit.record(by, "attach conclusions", cycle.value(), null, "%s %d: %s, SHA-256 %s"
			.formatted(adopted ? "adopted" : "draft", added.number(), added.name(), added.sha256()));
	}

	/**
	 * Says which paragraphs speak of which initiative; what is not named stays.
	 * @param cycle the cycle
	 * @param said by initiative; an empty text means that none does
	 * @param by the user id
	 * @throws Refused when nothing is attached, or numbers are not written as
	 * {@code 12, 14-15}
	 */
	@Transactional
	public void number(CycleName cycle, Map<String, String> said, String by) {
		this.cycles.lock(cycle);
		if (of(cycle).isEmpty()) {
			throw Refused.conflict("No text of the Chair’s Conclusions is attached yet: attach it, then number.");
		}
		Map<String, String> now = paragraphs(cycle);
		Map<String, String> wanted = new TreeMap<>();
		initiatives(cycle).keySet().forEach((initiative) -> {
			String text = said.get(initiative);
			if (text != null) {
				wanted.put(initiative, tidy(text));
			}
		});
		List<Problem> problems = wanted.entrySet()
			.stream()
			.filter((one) -> !one.getValue().isEmpty() && !PARAGRAPHS.matcher(one.getValue()).matches())
			.map((one) -> new Problem(one.getKey(),
					"%s: write paragraph numbers such as 12, 14-15.".formatted(one.getKey())))
			.toList();
		if (!problems.isEmpty()) {
			throw Refused.invalid("The paragraph numbers are not saved. " + problems.get(0).message(), problems);
		}
		wanted.forEach((initiative, text) -> {
			if (!text.equals(now.getOrDefault(initiative, ""))) {
				set(cycle, initiative, text, by);
				this.audit.record(by, "number paragraphs", "%s/%s".formatted(cycle, initiative), now.get(initiative),
						text);
			}
		});
	}

	/**
	 * Whether numbers of paragraphs are written as they should be.
	 * @param said as typed, such as {@code 12,14–15}
	 * @return the same as it is kept, such as {@code 12, 14-15}
	 * @throws IllegalArgumentException when it is written otherwise
	 */
	public static String numbers(String said) {
		String tidy = tidy(said);
		if (!PARAGRAPHS.matcher(tidy).matches()) {
			throw new IllegalArgumentException(
					"\"%s\" is not the number of a paragraph: write such as 12, 14-15, as text".formatted(tidy));
		}
		return tidy;
	}

	private static String tidy(String said) {
		return said.strip().replace('–', '-').replaceAll("\\s*,\\s*", ", ");
	}

	/**
	 * Keeps the numbers of a cycle that was run on paper, in place of those before; its
	 * text need not be here.
	 * @param cycle the cycle
	 * @param said by initiative, as {@link #numbers} gives them; nothing for none
	 * @param by the user id
	 */
	@Transactional
	public void fromPaper(CycleName cycle, Map<String, String> said, String by) {
		this.jdbc.sql("delete from conclusions_paragraph where cycle = :cycle").param("cycle", cycle.value()).update();
		said.forEach((initiative, text) -> set(cycle, initiative, text, by));
	}

	private void set(CycleName cycle, String initiative, String text, String by) {
		if (text.isEmpty()) {
			this.jdbc.sql("delete from conclusions_paragraph where cycle = :cycle and initiative = :initiative")
				.param("cycle", cycle.value())
				.param("initiative", initiative)
				.update();
			return;
		}
		this.jdbc.sql("""
				insert into conclusions_paragraph (cycle, initiative, paragraphs, set_at, set_by)
				values (:cycle, :initiative, :text, :at, :by)
				on conflict (cycle, initiative) do update
				set paragraphs = excluded.paragraphs, set_at = excluded.set_at, set_by = excluded.set_by""")
			.param("cycle", cycle.value())
			.param("initiative", initiative)
			.param("text", text)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
	}

}
