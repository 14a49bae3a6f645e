package org.asemeducation.stocktake.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.report.InitiativeRows.Asked;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Participation;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts who takes part in the initiatives of a cycle, by the register as it stands and
 * by what accepted updates name.
 */
@Component
class Participants {

	private static final List<String> REGIONS = List.of("Asia", "Europe");

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private final JdbcClient jdbc;

	Participants(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Participation of(Collection<Asked> asked, Collection<Initiative> initiatives) {
		Set<String> all = asked.stream().map(Asked::id).collect(Collectors.toSet());
		Set<String> answered = asked.stream()
			.filter((it) -> it.wasAsked() && it.isAnswered())
			.map(Asked::id)
			.collect(Collectors.toSet());
		List<Set<String>> named = initiatives.stream()
			.map(Initiative::update)
			.filter(Objects::nonNull)
			.map((it) -> it.partners().stream().map(Participants::plain).collect(Collectors.toSet()))
			.toList();
		List<Registered> parties = parties();
		List<Registered> partners = parties.stream().filter((it) -> it.group().equals("partner")).toList();
		List<Participation.Party> taking = parties.stream()
			.map((it) -> party(it, all, answered, named))
			.filter((it) -> it.coordinates() + it.supports() + it.named() > 0)
			.toList();
		return new Participation(partners.size(), taking,
				REGIONS.stream().map((region) -> region(region, parties, partners, taking, all, answered)).toList());
	}

	private static Participation.Party party(Registered party, Set<String> all, Set<String> answered,
			List<Set<String>> named) {
		Set<String> coordinates = common(party.coordinates(), all);
		return new Participation.Party(party.name(), party.group(), party.region(), coordinates.size(),
				common(coordinates, answered).size(), common(party.supports(), all).size(),
				(int) named.stream().filter(party::isNamedIn).count());
	}

	private static Participation.Region region(String region, List<Registered> parties, List<Registered> partners,
			List<Participation.Party> taking, Set<String> all, Set<String> answered) {
		Set<String> coordinated = parties.stream()
			.filter((it) -> region.equals(it.region()))
			.flatMap((it) -> it.coordinates().stream())
			.filter(all::contains)
			.collect(Collectors.toSet());
		return new Participation.Region(region,
				(int) partners.stream().filter((it) -> region.equals(it.region())).count(),
				(int) taking.stream()
					.filter((it) -> it.group().equals("partner") && region.equals(it.region()))
					.count(),
				coordinated.size(), common(coordinated, answered).size());
	}

	/** A partner with all that belong to it; every other party by itself. */
	private List<Registered> parties() {
		return this.jdbc
			.sql("""
					select p.name, p.acronym, p.region,
						case when p.partner then 'partner' when p.stakeholder then 'stakeholder' else 'other' end as called,
						array_remove(array_agg(distinct k.initiative) filter (where k.role = 'coordinator'), null) as coordinates,
						array_remove(array_agg(distinct k.initiative) filter (where k.role <> 'coordinator'), null) as supports
					from party p
					left join partner_party w on w.partner = p.id
					left join coordination k on k.party = coalesce(w.party, p.id)
					where p.kind <> 'process'
					group by p.id
					order by not p.partner, not p.stakeholder, p.name""")
			.query((row, number) -> registered(row))
			.list();
	}

	private static Registered registered(ResultSet row) throws SQLException {
		return new Registered(row.getString("name"), row.getString("acronym"), row.getString("region"),
				row.getString("called"), texts(row, "coordinates"), texts(row, "supports"));
	}

	private static Set<String> texts(ResultSet row, String column) throws SQLException {
		return (row.getArray(column) != null) ? new HashSet<>(Arrays.asList((String[]) row.getArray(column).getArray()))
				: Set.of();
	}

	private static Set<String> common(Set<String> one, Set<String> other) {
		return one.stream().filter(other::contains).collect(Collectors.toSet());
	}

	/** Words between single spaces, with one at each end. */
	private static String plain(String text) {
		return " " + NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
	}

	private record Registered(String name, @Nullable String acronym, @Nullable String region, String group,
			Set<String> coordinates, Set<String> supports) {

		boolean isNamedIn(Set<String> partners) {
			return Stream.of(this.name, this.acronym)
				.filter(Objects::nonNull)
				.map(Participants::plain)
				.anyMatch((words) -> !words.isBlank() && partners.stream().anyMatch((it) -> it.contains(words)));
		}

	}

}
