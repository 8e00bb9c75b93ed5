package dev.plumbline.rules.oracle;

/**
 * The kinds of node of the supported language. Behind each stands what its text and its parts are;
 * a part is an expression unless another thing is said.
 */
enum Kind {
  // Texts
  CONST, // the text
  LOCAL, // name; of any type
  FIELD, // name; object
  STATIC, // Class.name
  SOURCE, // name of the request parameter
  ATTRIBUTE, // request.name or session.name
  CONCAT, // left, right
  CHOICE, // condition, then, else
  CALL, // Class.name for a static method, or name with the receiver as first part; arguments
  APPLY, // step, text
  ARRAY_GET, // index; array
  LIST_GET, // index; list
  LIST_REMOVE, // index; list
  LIST_NEXT, // list: the first element by its iterator
  MAP_GET, // key; map
  MAP_GET_OR, // key; map, default
  COMPUTED, // key,name of the parameter of the lambda; map, its result when nothing is there
  BUILT, // builder
  NUMBER, // text: parsed to a number and printed again
  LENGTH, // text: how long it is, as text
  TRIM, // text
  LOWER, // text
  REPLACE, // text: letters a become b
  TAIL, // text: without its first character
  FORMAT, // 0 to 2 for three ways to write it; text
  SPLIT, // text: what stands before the first comma
  BYTES, // text: by way of its bytes
  ENCODED, // text: by way of Base64
  JOIN, // text, text
  VALUE_OF, // text
  OPTIONAL, // text, default
  MAPPED, // name of the lambda's parameter; text, result of the lambda, default
  STREAM, // name of the lambda's parameter; list, result of the lambda
  FIND, // name of the parameter of the lambda; list, condition, default
  MESSAGE, // exception

  // Other values
  THIS,
  INT_CONST, // the number
  LESS, // int: one less
  NEW_BUILDER, // text
  NEW_ARRAY, // texts
  NEW_LIST,
  LIST_OF, // texts
  NEW_MAP,
  COPY, // list, map or array of the same type
  NEW_OBJECT, // class; the texts of its constructor
  LAMBDA, // name of the parameter; result
  ANONYMOUS, // the same as a class without a name
  METHOD_REF, // App.name of a static method

  // Conditions
  OPAQUE, // number of the condition that nobody knows
  COMPARE, // factor,summand,bound: int * factor + summand > bound; int
  INT_IS, // number; int
  EQUALS, // constant; text
  IS_NULL, // text
  MATCHES, // regular expression; text
  STARTS, // prefix; text
  IN_SET, // constants with commas; text
  NOT, // condition
  AND, // condition, condition
  OR, // condition, condition

  // Statements
  BLOCK, // statements
  DECLARE, // name; value of the node's type
  ASSIGN, // name; value
  FIELD_SET, // name; object, value
  STATIC_SET, // Class.name; value
  ARRAY_SET, // index; array, value
  LIST_ADD, // list, value
  LIST_INSERT, // index; list, value
  LIST_SET, // index; list, value
  LIST_DROP, // index; list
  CLEAR, // list or map
  MAP_PUT, // key; map, value
  MAP_OFFER, // key; map, value that is put when nothing is there
  MAP_MERGE, // key; map, value that is added to what is there
  ADD_ALL, // list, list or map, map
  MAP_DROP, // key; map
  APPEND, // builder, values
  INSERT, // builder, value: at the front
  RESET, // builder: emptied
  ATTRIBUTE_SET, // request.name or session.name; value
  FOR_EACH, // name of the parameter of the lambda; list, builder, what the lambda appends
  DO, // the call whose result is not wanted
  IF, // condition, block, block
  COUNT, // name,limit: a loop with a counter; block
  EACH, // name; list, array or map (its values), block
  ITERATE, // name; list, block: with its iterator
  SWITCH, // word,index: on a character of the word; block for A, block for B, block for the others
  TRY, // name of the exception, see Printer.takesAll; block, block, block that is last
  THROW, // text
  BREAK, // condition
  CONTINUE, // condition
  RETURN, // value, or nothing
  SINK // number; text
}
