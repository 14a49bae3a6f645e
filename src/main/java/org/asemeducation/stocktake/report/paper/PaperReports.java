package org.asemeducation.stocktake.report.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.files.OfficialDocument;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the old reports of cycles that were run on paper, one for each.
 */
@Component
public class PaperReports {

	private static final String REPORTS = """
			select r.cycle, c.title, m.held_on, r.name, r.type, length(r.content) as size, r.sha256, r.is_public,
			    r.added_at, r.added_by
			from paper_report r join cycle c on c.name = r.cycle
			join meeting m on m.cycle = r.cycle and m.kind = 'ASEMME'
			""";

	private final Cycles cycles;

	private final OfficialDocument documents;

	private final Audit audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	PaperReports(Cycles cycles, OfficialDocument documents, Audit audit, JdbcClient jdbc, Clock clock) {
		this.cycles = cycles;
		this.documents = documents;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Those that everybody may have.
	 * @return the latest ministers' meeting first
	 */
	public List<PaperReport> open() {
		return this.jdbc.sql(REPORTS + "where r.is_public order by m.held_on desc, r.cycle")
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * The old report of a cycle.
	 * @param cycle the cycle
	 * @return what is attached, or nothing
	 */
	public Optional<PaperReport> of(CycleName cycle) {
		return this.jdbc.sql(REPORTS + "where r.cycle = :cycle")
			.param("cycle", cycle.value())
			.query((row, number) -> read(row))
			.optional();
	}

	/**
	 * The file itself.
	 * @param cycle a cycle with an old report
	 * @return its bytes, as they came
	 */
	public byte[] content(CycleName cycle) {
		return this.jdbc.sql("select content from paper_report where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(byte[].class)
			.single();
	}

	/**
	 * Attaches it, in place of one that was there.
	 * @param cycle a cycle that was brought in from paper
	 * @param name the file's, as its owner calls it
	 * @param content its bytes
	 * @param isPublic whether everybody may have it
	 * @param by the user id
	 * @throws Refused when it is neither a PDF nor a Word file, or damaged
	 */
	@Transactional
	public void attach(CycleName cycle, String name, byte[] content, boolean isPublic, String by) {
		onPaper(cycle);
		String before = of(cycle).map(PaperReports::told).orElse(null);
		OfficialDocument.Checked checked = this.documents.check(name, content);
		this.jdbc
			.sql("""
					insert into paper_report (cycle, name, type, content, sha256, is_public, added_at, added_by)
					values (:cycle, :name, :type, :content, encode(sha256(:content), 'hex'), :public, :at, :by)
					on conflict (cycle) do update set name = excluded.name, type = excluded.type, content = excluded.content,
					    sha256 = excluded.sha256, is_public = excluded.is_public, added_at = excluded.added_at,
					    added_by = excluded.added_by""")
			.param("cycle", cycle.value())
			.param("name", checked.name())
			.param("type", checked.type())
			.param("content", content)
			.param("public", isPublic)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
		this.audit.record(by, "attach paper report", cycle.value(), before, told(of(cycle).orElseThrow()));
	}

	/**
	 * Says whether everybody may have it.
	 * @param cycle a cycle with an old report
	 * @param isPublic whether everybody may
	 * @param by the user id
	 * @throws Refused when nothing is attached
	 */
	@Transactional
	public void open(CycleName cycle, boolean isPublic, String by) {
		onPaper(cycle);
		PaperReport before = of(cycle)
			.orElseThrow(() -> Refused.conflict("No report of %s is attached yet: choose the file.".formatted(cycle)));
		this.jdbc.sql("update paper_report set is_public = :public where cycle = :cycle")
			.param("public", isPublic)
			.param("cycle", cycle.value())
			.update();
		if (before.isPublic() != isPublic) {
			this.audit.record(by, isPublic ? "publish paper report" : "withdraw paper report", cycle.value(), null,
					before.name());
		}
	}

	/**
	 * Removes it with its cycle, which is taken back.
	 * @param cycle the cycle
	 */
	public void remove(CycleName cycle) {
		this.jdbc.sql("delete from paper_report where cycle = :cycle").param("cycle", cycle.value()).update();
	}

	private void onPaper(CycleName cycle) {
		if (!this.cycles.lock(cycle).isOnPaper()) {
			throw Refused.conflict("%s was not brought in from paper: its report is made here.".formatted(cycle));
		}
	}

	private static String told(PaperReport report) {
		return "%s (%s), SHA-256 %s".formatted(report.name(), report.isPublic() ? "public" : "not public",
				report.sha256());
	}

	private static PaperReport read(ResultSet row) throws SQLException {
		return new PaperReport(new CycleName(row.getString("cycle")), row.getString("title"),
				row.getObject("held_on", LocalDate.class), row.getString("name"), row.getString("type"),
				row.getLong("size"), row.getString("sha256"), row.getBoolean("is_public"),
				row.getTimestamp("added_at").toInstant(), row.getString("added_by"));
	}

}
