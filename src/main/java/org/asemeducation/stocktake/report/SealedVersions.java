package org.asemeducation.stocktake.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sealed versions, their files as bytes. There is no way to change one: none here,
 * and the database refuses.
 */
@Component
public class SealedVersions {

	private final JdbcClient jdbc;

	SealedVersions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The versions of a report.
	 * @param cycle the cycle
	 * @return the latest first, none before the first was sealed
	 */
	public List<SealedVersion> of(CycleName cycle) {
		Map<Integer, List<SealedVersion.File>> files = files(cycle);
		return this.jdbc.sql("select * from sealed_version where cycle = :cycle order by version desc")
			.param("cycle", cycle.value())
			.query((row, number) -> new SealedVersion(cycle, row.getInt("version"), state(row.getString("state")),
					row.getInt("number"), row.getTimestamp("sealed_at").toInstant(), row.getString("sealed_by"),
					files.getOrDefault(row.getInt("version"), List.of())))
			.list();
	}

	/**
	 * The version sealed last for somebody.
	 * @param cycle the cycle
	 * @param state for whom
	 * @return nothing before it was sealed
	 */
	public Optional<SealedVersion> of(CycleName cycle, State state) {
		return of(cycle).stream().filter((it) -> it.state() == state).findFirst();
	}

	/**
	 * One of the versions sealed for somebody.
	 * @param cycle the cycle
	 * @param state for whom
	 * @param number 0 for the first, else which one after it
	 * @return nothing before it was sealed
	 */
	public Optional<SealedVersion> of(CycleName cycle, State state, int number) {
		return of(cycle).stream().filter((it) -> it.state() == state && it.number() == number).findFirst();
	}

	/**
	 * A sealed version by its number within the cycle.
	 * @param cycle the cycle
	 * @param version counted from 1, drafts included
	 * @return nothing when that one is not sealed
	 */
	public Optional<SealedVersion> find(CycleName cycle, int version) {
		return of(cycle).stream().filter((it) -> it.version() == version).findFirst();
	}

	Optional<byte[]> content(CycleName cycle, int version, ReportFormat format) {
		return this.jdbc
			.sql("select content from sealed_file where cycle = :cycle and version = :version and name = :name")
			.param("cycle", cycle.value())
			.param("version", version)
			.param("name", format.file())
			.query(byte[].class)
			.optional();
	}

	/**
	 * Makes sure that the files are those that were sealed.
	 * @param version which
	 * @throws IllegalStateException when one is not, or is missing
	 */
	void verify(SealedVersion version) {
		for (ReportFormat format : ReportFormat.values()) {
			String known = version.files()
				.stream()
				.filter((file) -> file.name().equals(format.file()))
				.map(SealedVersion.File::sha256)
				.findFirst()
				.orElse("");
			String found = content(version.cycle(), version.version(), format).map(SealedVersions::sha256)
				.orElse("none");
			if (known.isEmpty() && !format.isAlwaysSealed()) {
				continue;
			}
			if (!found.equals(known)) {
				throw new IllegalStateException(
						"%s of version %d of the report of %s is not what was sealed: its SHA-256 is %s, not %s."
							.formatted(format.file(), version.version(), version.cycle(), found, known));
			}
		}
	}

	void add(CycleName cycle, int number, ReportModel model, Instant at, String by, Map<ReportFormat, byte[]> files) {
		this.jdbc.sql("""
				insert into sealed_version (cycle, version, state, number, sealed_at, sealed_by)
				values (:cycle, :version, :state, :number, :at, :by)""")
			.param("cycle", cycle.value())
			.param("version", model.version())
			.param("state", model.state().code())
			.param("number", number)
			.param("at", Timestamp.from(at))
			.param("by", by)
			.update();
		files.forEach((format, content) -> this.jdbc.sql("""
				insert into sealed_file (cycle, version, name, content, sha256)
				values (:cycle, :version, :name, :content, :sha256)""")
			.param("cycle", cycle.value())
			.param("version", model.version())
			.param("name", format.file())
			.param("content", content)
			.param("sha256", sha256(content))
			.update());
	}

	static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Map<Integer, List<SealedVersion.File>> files(CycleName cycle) {
		Map<Integer, List<SealedVersion.File>> files = new HashMap<>();
		this.jdbc.sql("""
				select version, name, sha256, length(content) as size from sealed_file where cycle = :cycle
				order by array_position(array['report.html', 'report.docx', 'report.pdf', 'report.xlsx',
				    'report.csv', 'report.json', 'annex.docx', 'annex.pdf', 'annex.xlsx', 'changes.html'], name)""")
			.param("cycle", cycle.value())
			.query((row) -> {
				files.computeIfAbsent(row.getInt("version"), (version) -> new ArrayList<>())
					.add(new SealedVersion.File(row.getString("name"), row.getString("sha256"), row.getLong("size")));
			});
		return files;
	}

	private static State state(String code) {
		return State.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
