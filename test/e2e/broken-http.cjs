/** Plays a version of Node that lacks a function: the program fails, and not the network. */
require('node:http').request = () => require('node:http').noSuchFunction();
