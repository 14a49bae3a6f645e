package org.asemeducation.stocktake.cockpit.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything held about a person: every row that points at them, bears their id or their
 * address. Secrets and files stay out, and so do the addresses of others.
 */
@Component
class PersonFile {

	/**
	 * A row points at a contact, at a mail to them, at their invitation or at what they
	 * proposed by it; or some column names them.
	 */
	private static final String TABLES = """
			select t.relname,
			    coalesce(string_agg(case k.confrelid when 'contact'::regclass then format('x.%I = :id', a.attname)
			        when 'mail'::regclass then format('x.%I in (select id from mail where contact = :id or contact is null and lower(recipient) = :email)', a.attname)
			        when 'proposal_invitation'::regclass then format('x.%I in (select id from proposal_invitation where email = :email)', a.attname)
			        when 'proposal'::regclass then format('x.%I in (select p.id from proposal p join proposal_invitation v on v.id = p.invitation where v.email = :email)', a.attname)
			        else case when a.atttypid in ('text'::regtype, 'varchar'::regtype) then format('x.%I in (:user, :email)', a.attname) end end, ' or '), 'false')
			    || case t.relname when 'contact' then ' or x.id = :id' else '' end as about,
			    coalesce(string_agg(case when a.atttypid = 'bytea'::regtype or a.attname ~ 'token|(^|_)secret$|pwd_|salt_|html'
			        then a.attname end, ','), '') as secret
			from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
			left join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.conkey = array[a.attnum]
			where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r'
			and (t.relname not like 'act\\_%' or t.relname ~ '^act_(id|ru)_')
			group by t.oid, t.relname
			order by array_position(array['contact', 'contact_role', 'act_id_user', 'act_id_membership'], t.relname::text), t.relname""";

	private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\"',;:()\\[\\]=]+@[^@\\s<>\"',;:()\\[\\]&]+\\w");

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	PersonFile(JdbcClient jdbc, ObjectMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Reads it all.
	 * @param whom about whom
	 * @return by table, the register first; none that holds nothing
	 */
	List<Held> of(Whom whom) {
		List<Held> held = new ArrayList<>();
		List<Table> tables = this.jdbc.sql(TABLES)
			.query((row, number) -> new Table(row.getString(1), row.getString(2), row.getString(3)))
			.list();
		for (Table table : tables) {
			List<Map<String, Object>> rows = rows(table, whom);
			if (!rows.isEmpty()) {
				held.add(new Held(table.name(), rows));
			}
		}
		return held;
	}

	private List<Map<String, Object>> rows(Table table, Whom whom) {
		return this.jdbc.sql("""
				select jsonb_strip_nulls(to_jsonb(x) - cast(string_to_array(:secret, ',') as text[]))::text
				from "%s" x where %s""".formatted(table.name(), table.about()))
			.param("secret", table.secret())
			.param("id", whom.contact())
			.param("user", whom.userId().isEmpty() ? whom.email() : whom.userId())
			.param("email", whom.email().isEmpty() ? whom.userId() : whom.email())
			.query(String.class)
			.list()
			.stream()
			.map((row) -> read(row, whom.email()))
			.toList();
	}

	private static Object withoutOthers(Object value, String own) {
		if (value instanceof String words) {
			return ADDRESS.matcher(words)
				.replaceAll((found) -> found.group().equalsIgnoreCase(own) ? Matcher.quoteReplacement(found.group())
						: "(another person’s address)");
		}
		if (value instanceof List<?> list) {
			return list.stream().map((one) -> withoutOthers(one, own)).toList();
		}
		if (value instanceof Map<?, ?> map) {
			Map<String, Object> copy = new LinkedHashMap<>();
			map.forEach((key, one) -> copy.put(String.valueOf(key), (one != null) ? withoutOthers(one, own) : ""));
			return copy;
		}
		return value;
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> read(String row, String own) {
		try {
			return (Map<String, Object>) withoutOthers(this.json.readValue(row, LinkedHashMap.class), own);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A row of the database is not the JSON that it made of it.", ex);
		}
	}

	private record Table(String name, String about, String secret) {
	}

}
