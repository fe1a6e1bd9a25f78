// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.resource.ClasspathSchemaLoader;
import com.networknt.schema.resource.DisallowSchemaLoader;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.SchemaLoader;
import java.util.regex.Pattern;

/** Loads the meta-schemas of the drafts, which the validator brings with it, and nothing else. */
final class MetaSchemaLoader implements SchemaLoader {

  private static final Pattern META_SCHEMAS =
      Pattern.compile("classpath:draft(-0[467]/schema|/(2019-09|2020-12)/(meta/)?[a-z-]+)");

  private final SchemaLoader loader = new ClasspathSchemaLoader();

  @Override
  public InputStreamSource getSchema(AbsoluteIri iri) {
    return META_SCHEMAS.matcher(iri.toString()).matches()
        ? loader.getSchema(iri)
        : DisallowSchemaLoader.getInstance().getSchema(iri);
  }
}
