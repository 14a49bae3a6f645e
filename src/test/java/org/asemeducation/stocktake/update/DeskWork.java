package org.asemeducation.stocktake.update;

import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;

/**
 * What the form asks of the server while somebody writes, without HTTP.
 */
public class DeskWork {

	private final UpdateViews views;

	private final Programmes programmes;

	private final SaidBefore before;

	private final Writing writing;

	private final ObjectMapper mapper;

	DeskWork(UpdateViews views, Programmes programmes, SaidBefore before, Writing writing, ObjectMapper mapper) {
		this.views = views;
		this.programmes = programmes;
		this.before = before;
		this.writing = writing;
		this.mapper = mapper;
	}

	/**
	 * Opens the form.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param user the user id
	 * @return so many bytes as are sent
	 */
	public int open(CycleName cycle, String initiative, String user) {
		UpdateKey key = UpdateKey.of(cycle.value(), initiative);
		try {
			return this.mapper.writeValueAsBytes(this.views.of(key, new Person(user, user, Set.of()))).length
					+ this.mapper.writeValueAsBytes(this.programmes.common(key)).length
					+ this.mapper.writeValueAsBytes(this.programmes.alsoFor(key)).length
					+ this.mapper.writeValueAsBytes(this.before.of(key)).length;
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Saves the draft.
	 * @param cycle the cycle
	 * @param initiative its id
	 * @param user the user id
	 * @param seen the version that was written on
	 * @return the version that is saved
	 */
	public long save(CycleName cycle, String initiative, String user, long seen) {
		ObjectNode content = Coordinators.form("Meetings were held in three countries. ".repeat(60) + seen);
		return this.writing.save(UpdateKey.of(cycle.value(), initiative), seen, content, user).version();
	}

}
