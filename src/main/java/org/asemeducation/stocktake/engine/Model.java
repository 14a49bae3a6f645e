package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;

import javax.xml.transform.dom.DOMSource;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.Resource;
import org.w3c.dom.Document;

/**
 * One model as its file has it.
 *
 * @param file its name, such as {@code bpmn/cycle.bpmn}
 * @param content what was read
 */
record Model(String file, BpmnModelInstance content) {

	static Model read(String file, Resource resource) {
		try (InputStream content = resource.getInputStream()) {
			return new Model(file, Bpmn.readModelFromStream(content));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The model %s cannot be read.".formatted(file), ex);
		}
	}

	<E extends ModelElementInstance> Collection<E> all(Class<E> type) {
		return this.content.getModelElementsByType(type);
	}

	Document document() {
		return (Document) ((DOMSource) this.content.getDocument().getDomSource()).getNode();
	}

}
